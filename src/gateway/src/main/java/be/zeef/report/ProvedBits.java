package be.zeef.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;

/** What a certificate says of how much leaves per subject, in bits, beside what the answers could carry. */
public final class ProvedBits {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final String DISCLOSURE = "disclosure";

    private ProvedBits() {}

    /**
     * @param certificate whose signature holds
     * @throws IOException when it is no certificate
     */
    public static AgreementReport.Disclosed of(byte[] certificate) throws IOException {
        Map<String, Double> bits = new TreeMap<>();
        Map<String, Double> carried = new TreeMap<>();
        for (JsonNode result : JSON.readTree(certificate).path("results")) {
            if (result.path("property").asText().equals(DISCLOSURE)) {
                JsonNode table = result.path("table");
                String benefit = result.path("of").asText();
                table.path("channels")
                        .forEach(channel -> bits.put(
                                benefit + " → " + channel.path("to").asText(),
                                channel.path("bits").asDouble()));
                table.path("answersCouldCarry")
                        .forEach(answer -> carried.put(
                                answer.path("answer").asText(),
                                answer.path("bits").asDouble()));
            }
        }
        return new AgreementReport.Disclosed(bits, carried);
    }
}
