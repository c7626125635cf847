package be.zeef.endtoend.wire;

import static org.assertj.core.api.Assertions.assertThat;

import be.zeef.agreement.Agreement;
import be.zeef.agreement.Agreements;
import be.zeef.app.Gateway;
import be.zeef.endtoend.city.TestCity;
import be.zeef.question.QuestionDesk;
import be.zeef.sandbox.SeenBytes;
import be.zeef.sandbox.soap.AnswerTampering;
import be.zeef.security.Fingerprint;
import be.zeef.security.Keys;
import be.zeef.settings.Settings;
import be.zeef.subject.Insz;
import be.zeef.subject.Realm;
import be.zeef.subject.Today;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Of each signed question over SOAP the ledger has digests of the very bytes that MAGDA got and sent, and who signed its answer. */
class SoapWireTest {

    private static final LocalDate ON = LocalDate.of(2026, 7, 16);
    private static final String AGREEMENT = "gent-uitpas";

    @TempDir
    static Path folder;

    private static TestCity city;
    private static Agreement agreement;
    private static List<String> people;
    private static Gateway gateway;
    private static Keys keys;
    private static int used;

    private long before;

    @BeforeAll
    static void start() throws Exception {
        city = new TestCity(folder, 10, 500);
        city.sandbox().soap().signAnswers(true);
        Settings settings = city.settings(Map.of("signing", "magda-signed-answers", "receiveTimeout", "PT5S"));
        gateway = new Gateway(settings, Today.wallClock());
        keys = Keys.in(settings.keys());
        agreement = new Agreements(Path.of("mappings")).load(AGREEMENT);
        people = Files.readAllLines(city.sandbox().folder().resolve("city/truth.csv")).stream()
                .skip(1)
                .map(line -> line.split(";", -1)[0])
                .filter(insz -> !insz.isEmpty())
                .distinct()
                .toList();
        ask();
    }

    @AfterAll
    static void stop() {
        gateway.close();
        city.close();
    }

    @BeforeEach
    void look() {
        city.sandbox().soap().seen().keep();
        before = Told.length(gateway);
    }

    @AfterEach
    void behave() {
        city.sandbox().soap().behave();
    }

    /** About somebody who was not asked about before. */
    private static void ask() {
        QuestionDesk desk = gateway.desks().question(agreement, ON);
        desk.ask(Insz.of(people.get(used++), Realm.SANDBOX), ON, "clerk-7");
    }

    private List<SeenBytes.Exchange> seen() {
        return city.sandbox().soap().seen().exchanges();
    }

    /** What passed, of all calls but those of the database. */
    private List<JsonNode> wires() {
        return Told.wires(gateway, "CALL_OUTCOME", before);
    }

    private static String text(JsonNode wire, String field) {
        return wire.path(field).asText("");
    }

    @Test
    void shouldHaveDigestsOfWhatPassedAndWhoSigned_whenAnswersAreSigned() throws Exception {
        ask();

        String signer = Fingerprint.of(keys.partner("magda-signing")).hex();
        List<SeenBytes.Exchange> seen = seen();
        assertThat(seen).hasSizeGreaterThanOrEqualTo(3);
        assertThat(wires())
                .extracting(wire -> List.of(
                        text(wire, "request"), text(wire, "answer"), text(wire, "received"), text(wire, "signer")))
                .containsExactlyInAnyOrderElementsOf(seen.stream()
                        .map(each -> List.of(
                                Told.sha256(each.request()),
                                Told.sha256(each.answer()),
                                Integer.toString(each.answer().length),
                                signer))
                        .toList());
        assertThat(seen).allSatisfy(each -> assertThat(new String(each.request(), StandardCharsets.UTF_8))
                .contains("SignatureValue"));
    }

    @Test
    void shouldHaveAKeyedDigestAndNoSigner_whenAnAnswerIsRefusedForItsSignature() {
        Stream.of(AnswerTampering.UNSIGNED, AnswerTampering.UNSIGNED, AnswerTampering.UNSIGNED)
                .forEach(city.sandbox().soap()::tamper);
        ask();

        List<JsonNode> refused =
                wires().stream().filter(wire -> !wire.has("signer")).toList();
        assertThat(refused).isNotEmpty().allSatisfy(wire -> {
            assertThat(seen()).anySatisfy(each -> {
                assertThat(text(wire, "request")).isEqualTo(Told.sha256(each.request()));
                assertThat(text(wire, "answer")).isEqualTo(Told.keyed(keys, AGREEMENT, each.answer()));
                assertThat(wire.path("received").asInt()).isEqualTo(each.answer().length);
            });
        });
        assertThat(Told.bodies(gateway, "CALL_OUTCOME", before).stream()
                        .map(body -> body.path("code").asText()))
                .contains("SIGNATURE");
    }

    @Test
    void shouldSayWhatIsAskedAndUnderWhichVersion() {
        ask();

        JsonNode status = Told.bodies(gateway, "CALL_INTENT", before).stream()
                .filter(body -> body.path("service").asText().equals("GeefSociaalStatuut-03.00"))
                .findFirst()
                .orElseThrow();
        assertThat(status.path("version").asText()).isEqualTo(agreement.version());
        assertThat(status.path("facts").toString()).isEqualTo("[\"statuut.PCSA_AND_BIM_HELP\"]");
        assertThat(status.path("parameters").path("statuut").toString()).isEqualTo("[\"PCSA_AND_BIM_HELP\"]");
        assertThat(Told.bodies(gateway, "CALL_INTENT", before))
                .allSatisfy(body -> assertThat(body.path("version").asText()).isEqualTo(agreement.version()));
    }

    @Test
    void shouldHaveNoDigest_whenADatabaseAnswers() {
        ask();

        assertThat(Told.bodies(gateway, "CALL_OUTCOME", before))
                .filteredOn(body -> !body.has("wire"))
                .as("the OCMW's answer is a yes or a no")
                .hasSize(1);
    }
}
