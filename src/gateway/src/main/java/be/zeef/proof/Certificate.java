package be.zeef.proof;

import be.zeef.agreement.JustifiedFinding;
import be.zeef.validation.Finding;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A proof written down: JSON that names the version it is of, everything that was enumerated, what was found, and what the
 * agreement justifies. The same proof gives the same bytes. With it and the rule's file alone a program that knows nothing of this one
 * checks again whether it holds.
 */
public final class Certificate {

    /** Stands in every certificate of this shape. */
    static final String FORMAT = "zeef proof 1";

    /** In bytes; that of the largest agreement that ships has some 60 kB. */
    static final int LARGEST = 1 << 27;

    private static final ObjectMapper JSON = new ObjectMapper();

    private Certificate() {}

    /**
     * What says which proof it is.
     *
     * @param holds whether all of it was proved
     */
    record Head(String agreement, String version, boolean holds) {}

    /** As bytes, to be signed. */
    public static byte[] of(Proof proof) {
        ObjectNode certificate = Shown.object();
        certificate.put("format", FORMAT);
        certificate.put("agreement", proof.agreement().id());
        certificate.put("version", proof.agreement().version());
        certificate.put("holds", proof.holds());
        ArrayNode benefits = certificate.putArray("benefits");
        proof.uses().forEach(use -> benefits.add(benefit(use)));
        ArrayNode results = certificate.putArray("results");
        proof.results().forEach(result -> results.add(result(result)));
        ArrayNode justified = certificate.putArray("justified");
        for (JustifiedFinding each : proof.justified()) {
            justified
                    .addObject()
                    .put("finding", each.finding())
                    .put("about", each.about())
                    .put("why", each.why());
        }
        try {
            String text = JSON.writer(SerializationFeature.INDENT_OUTPUT).writeValueAsString(certificate);
            return (text + "\n").getBytes(StandardCharsets.UTF_8);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static ObjectNode benefit(RuleUse use) {
        ObjectNode row = Shown.object().put("benefit", use.id());
        row.putObject("rule")
                .put("file", "mappings/" + use.benefit().rule().file())
                .put("sha256", use.sha256())
                .put("decision", use.benefit().rule().decision());
        row.set("given", Shown.of(use.given()));
        ArrayNode facts = row.putArray("facts");
        for (Fact fact : use.facts()) {
            ObjectNode each = facts.addObject().put("name", fact.name()).put("label", fact.label());
            each.set("values", Shown.texts(fact.values()));
            each.put("stage", fact.stage());
        }
        row.set("sizes", Shown.of(use.sizes()));
        Map<String, List<String>> flags = use.closedFlags().stream()
                .collect(Collectors.toMap(flag -> flag, flag -> use.benefit().flags().get(flag).keySet().stream()
                        .sorted()
                        .toList()));
        row.set("flags", Shown.of(new TreeMap<>(flags)));
        return row;
    }

    private static ObjectNode result(Result result) {
        ObjectNode row = Shown.object()
                .put("property", result.property().word())
                .put("of", result.subject())
                .put("holds", result.holds())
                .put("counted", result.counted());
        ArrayNode findings = row.putArray("findings");
        for (Finding finding : result.findings()) {
            findings.addObject()
                    .put("severity", finding.severity().name().toLowerCase(Locale.ROOT))
                    .put("code", finding.code())
                    .put("text", finding.text(Locale.ROOT));
        }
        row.set("table", result.table());
        return row;
    }

    /** Reads which proof these bytes are of; empty when they are none. */
    static Optional<Head> head(byte[] certificate) {
        try {
            JsonNode read = JSON.readTree(certificate);
            return Optional.ofNullable(read)
                    .filter(node -> node.path("format").asText().equals(FORMAT))
                    .map(node -> new Head(
                            node.path("agreement").asText(),
                            node.path("version").asText(),
                            node.path("holds").asBoolean()));
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
