package be.zeef.endtoend.wire;

import static org.assertj.core.api.Assertions.assertThat;

import be.zeef.app.Gateway;
import be.zeef.endtoend.city.TestCity;
import be.zeef.run.SyncReport;
import be.zeef.sandbox.delivery.DeliveryMisbehaviour;
import be.zeef.sandbox.files.FileMisbehaviour;
import be.zeef.security.Fingerprint;
import be.zeef.security.Keys;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Of each question file, answer file, delivery and receipt the ledger has a digest of the very bytes that lay in the partners' folders. */
class FileWireTest {

    private static final String AGREEMENT = TestCity.AGREEMENT;

    @TempDir
    Path folder;

    private TestCity city;
    private Gateway gateway;
    private Keys keys;

    @BeforeEach
    void start() {
        city = new TestCity(folder, 60);
        gateway = city.gateway();
        keys = Keys.in(city.settings().keys());
    }

    @AfterEach
    void stop() {
        gateway.close();
        city.close();
    }

    private Copies copies(String where) throws IOException {
        return new Copies(
                folder.resolve("kept").resolve(where.replace('/', '-')),
                city.sandbox().folder().resolve(where));
    }

    private List<String> keyed(List<byte[]> contents) {
        return contents.stream()
                .map(content -> Told.keyed(keys, AGREEMENT, content))
                .toList();
    }

    private static List<String> plain(List<byte[]> contents) {
        return contents.stream().map(Told::sha256).toList();
    }

    private static long bytes(List<byte[]> contents) {
        return contents.stream().mapToLong(content -> content.length).sum();
    }

    private List<JsonNode> wires(String kind) {
        return Told.wires(gateway, kind, 0);
    }

    @Test
    void shouldHaveDigestsOfEveryFile_whenARunAsksAndDelivers() throws Exception {
        try (Copies questions = copies("magda/To_Vip");
                Copies answers = copies("magda/From_Vip");
                Copies deliveries = copies("ivago/sftp/in");
                Copies receipts = copies("ivago/sftp/out")) {
            SyncReport report = city.sync(gateway, "2026-07-16", city.population(), false);
            assertThat(report.receipt()).isEqualTo("confirmed");

            assertThat(Told.all(wires("QUESTION_OUTCOME"), "request"))
                    .isNotEmpty()
                    .containsExactlyInAnyOrderElementsOf(keyed(questions.contents()));
            assertThat(Told.all(wires("ANSWER_READ"), "answer"))
                    .isNotEmpty()
                    .containsExactlyInAnyOrderElementsOf(keyed(answers.contents()));
            assertThat(Told.received(wires("ANSWER_READ"))).isEqualTo(bytes(answers.contents()));
            assertThat(Told.all(wires("ANSWER_READ"), "signer"))
                    .as("their contract does not sign")
                    .isEmpty();
            assertThat(Told.all(wires("DELIVERY_OUTCOME"), "request"))
                    .isNotEmpty()
                    .containsExactlyInAnyOrderElementsOf(plain(deliveries.contents()));
            assertThat(Told.all(wires("RECEIPT_READ"), "answer"))
                    .isNotEmpty()
                    .containsExactlyInAnyOrderElementsOf(plain(receipts.contents()));
            assertThat(Told.received(wires("RECEIPT_READ"))).isEqualTo(bytes(receipts.contents()));
            assertThat(Told.all(wires("RECEIPT_READ"), "signer"))
                    .containsOnly(Fingerprint.of(keys.partner("ivago")).hex());
        }
        assertThat(Told.bodies(gateway, "QUESTION_INTENT", 0)).isNotEmpty().allSatisfy(intent -> assertThat(
                        intent.path("version").asText())
                .hasSize(64));
        assertThat(Told.bodies(gateway, "QUESTION_INTENT", 0))
                .filteredOn(intent -> intent.path("kind").asText().equals("LIST"))
                .isNotEmpty()
                .allSatisfy(intent -> {
                    assertThat(intent.path("facts").toString()).isEqualTo("[\"statuut.BIM_BVT\"]");
                    assertThat(intent.path("parameters").has("BIM_BVT")).isTrue();
                });
    }

    @Test
    void shouldHaveDigestsOfWhatIsRefused_andNoSignerOfIt() throws Exception {
        city.sandbox().magdaFiles().misbehave(FileMisbehaviour.DOCTYPE, 1);
        city.sandbox().ivago().misbehave(DeliveryMisbehaviour.UNSIGNED_RECEIPT, 1);
        try (Copies answers = copies("magda/From_Vip");
                Copies receipts = copies("ivago/sftp/out")) {
            city.sync(gateway, "2026-07-16", city.population(), false);

            refused("ANSWER_READ", "sync.answer-unusable", answers.contents());
            refused("RECEIPT_READ", "sync.receipt-unusable", receipts.contents());
        }
    }

    private void refused(String kind, String why, List<byte[]> contents) {
        List<JsonNode> refused = Told.bodies(gateway, kind, 0).stream()
                .filter(body -> body.path("why").path(0).asText().equals(why))
                .toList();
        assertThat(refused).isNotEmpty();
        for (JsonNode body : refused) {
            JsonNode wire = body.path("wire").path(0);
            assertThat(wire.has("signer")).isFalse();
            assertThat(contents.stream()
                            .filter(content -> Told.keyed(keys, AGREEMENT, content)
                                    .equals(wire.path("answer").asText()))
                            .map(content -> (long) content.length))
                    .containsOnly(wire.path("received").asLong());
        }
    }
}
