package be.zeef.endtoend.wire;

import static org.assertj.core.api.Assertions.assertThat;

import be.zeef.app.Gateway;
import be.zeef.endtoend.city.PremiumsCase;
import be.zeef.payment.run.PaymentReport;
import be.zeef.sandbox.groeipakket.Births;
import be.zeef.sandbox.groeipakket.GroeipakketMisbehaviour;
import be.zeef.security.Fingerprint;
import be.zeef.security.Keys;
import be.zeef.subject.Today;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Of VUTG's files, of payment files and of the bank's answers the ledger has digests of the very bytes that lay in the partners' folders. */
class PaymentWireTest extends PremiumsCase {

    private static Copies copies(String where) throws IOException {
        return new Copies(
                data.resolve("kept").resolve(where.replace('/', '-')),
                city.sandbox().folder().resolve(where));
    }

    @Test
    void shouldHaveDigestsOfEveryFile_whenPremiumsArePaid() throws Exception {
        Keys keys = Keys.in(settings(Map.of()).keys());
        publish("WIRE-1", JUNE, new Births(99, JUNE).grants(JUNE).get(1), GroeipakketMisbehaviour.WRONG_SIGNER);
        try (Gateway gateway = new Gateway(settings(Map.of()), Today.wallClock());
                Copies allowances = copies("groeipakket/sftp/out");
                Copies orders = copies("bank/sftp/in");
                Copies answers = copies("bank/sftp/out")) {
            PaymentReport report = run(gateway, JUNE);
            assertThat(release(gateway, report.file()).handedOver()).isTrue();

            JsonNode handed = Told.bodies(gateway, "DELIVERY_INTENT", 0).get(0);
            assertThat(Told.all(Told.wires(gateway, "DELIVERY_OUTCOME", 0), "request"))
                    .containsExactly(handed.path("digest").asText())
                    .containsExactlyElementsOf(
                            orders.contents().stream().map(Told::sha256).toList());
            List<JsonNode> read = Told.wires(gateway, "RECEIPT_READ", 0);
            assertThat(Told.all(read, "answer"))
                    .isNotEmpty()
                    .containsExactlyInAnyOrderElementsOf(answers.contents().stream()
                            .map(content -> Told.keyed(keys, agreement.id(), content))
                            .toList());
            assertThat(Told.all(read, "signer")).as("a bank signs nothing").isEmpty();
            allowances(gateway, keys, allowances.contents());
        }
    }

    private static void allowances(Gateway gateway, Keys keys, List<byte[]> files) {
        String signer = Fingerprint.of(keys.partner("groeipakket")).hex();
        List<JsonNode> all = Told.wires(gateway, "ANSWER_READ", 0);
        List<JsonNode> believed =
                all.stream().filter(wire -> wire.has("signer")).toList();
        List<JsonNode> refused =
                all.stream().filter(wire -> !wire.has("signer")).toList();
        assertThat(Told.all(believed, "signer")).isNotEmpty().containsOnly(signer);
        assertThat(files.stream().map(Told::sha256)).containsAll(Told.all(believed, "answer"));
        assertThat(refused).hasSize(1);
        assertThat(files.stream().map(content -> Told.keyed(keys, agreement.id(), content)))
                .containsAll(Told.all(refused, "answer"));
        assertThat(Told.bodies(gateway, "ANSWER_READ", 0))
                .anySatisfy(body -> assertThat(body.path("why").toString()).isEqualTo("[\"groeipakket.signature\"]"));
    }
}
