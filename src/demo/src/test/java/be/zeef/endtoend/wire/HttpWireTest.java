package be.zeef.endtoend.wire;

import static org.assertj.core.api.Assertions.assertThat;

import be.zeef.agreement.Agreement;
import be.zeef.agreement.Agreements;
import be.zeef.app.Gateway;
import be.zeef.app.Inside;
import be.zeef.endtoend.city.Rights;
import be.zeef.endtoend.city.TestCity;
import be.zeef.grant.GrantDesk;
import be.zeef.ledger.Ledger;
import be.zeef.sandbox.SeenBytes;
import be.zeef.security.Keys;
import be.zeef.source.LedgerJournal;
import be.zeef.subject.Insz;
import be.zeef.subject.PeopleAtRest;
import be.zeef.subject.Realm;
import be.zeef.subject.Today;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Of each call of UiTPAS and of Automatisch Advies the ledger has keyed digests of the very bytes that those got and sent. */
class HttpWireTest {

    private static final LocalDate ON = LocalDate.of(2026, 7, 16);
    private static final String AGREEMENT = "gent-uitpas";

    @TempDir
    static Path folder;

    private static TestCity city;
    private static Gateway gateway;
    private static Keys keys;
    private static List<Insz> people;

    @BeforeAll
    static void start() throws IOException {
        city = new TestCity(folder, 40, 400);
        gateway = new Gateway(city.settings(), Today.wallClock());
        keys = Keys.in(city.settings().keys());
        people = Files.readAllLines(city.sandbox().folder().resolve("city/truth.csv")).stream()
                .skip(1)
                .map(line -> line.split(";", -1))
                .filter(line -> !line[0].isEmpty() && Rights.run(line[2], line[3], ON))
                .map(line -> Insz.of(line[0], Realm.SANDBOX))
                .limit(12)
                .toList();
    }

    @AfterAll
    static void stop() {
        gateway.close();
        city.close();
    }

    private static List<String> keyed(Stream<byte[]> contents) {
        return contents.filter(content -> content.length > 0)
                .map(content -> Told.keyed(keys, AGREEMENT, content))
                .toList();
    }

    private static void sameBytes(List<JsonNode> wires, List<SeenBytes.Exchange> seen) {
        assertThat(Told.all(wires, "request"))
                .isNotEmpty()
                .containsExactlyInAnyOrderElementsOf(keyed(seen.stream().map(SeenBytes.Exchange::request)));
        assertThat(Told.all(wires, "answer"))
                .isNotEmpty()
                .containsExactlyInAnyOrderElementsOf(keyed(seen.stream().map(SeenBytes.Exchange::answer)));
        assertThat(Told.received(wires))
                .isEqualTo(seen.stream().mapToLong(each -> each.answer().length).sum());
        assertThat(Told.all(wires, "signer")).isEmpty();
    }

    /** But for the asking for a token, which is about nobody, and whose answer is a secret. */
    @Test
    void shouldHaveDigestsOfWhatUitpasGotAndSent_whenATariffIsGranted() {
        Agreement agreement = new Agreements(Path.of("mappings")).load(AGREEMENT);
        GrantDesk desk = gateway.desks().grant(agreement, ON);
        city.sandbox().uitpas().seen().keep();
        for (Insz person : people) {
            desk.grant(person, ON, "clerk-7", "");
        }

        List<SeenBytes.Exchange> seen = city.sandbox().uitpas().seen().exchanges().stream()
                .filter(each ->
                        !each.path().equals(city.sandbox().uitpas().tokenUrl().replaceFirst("https://[^/]*", "")))
                .toList();
        assertThat(city.sandbox().uitpas().grants()).isPositive();
        sameBytes(Told.wires(gateway, "DELIVERY_OUTCOME", 0), seen);
    }

    @Test
    void shouldHaveDigestsOfWhatTheAdviserGotAndSent_whenItIsAsked() {
        Ledger ledger = new Ledger(Inside.database(gateway), Clock.systemUTC());
        long before = Told.length(gateway);
        city.sandbox().advice().seen().keep();

        Inside.advice(gateway)
                .ask(
                        "gent-onderwijs",
                        people.get(0),
                        ON,
                        Duration.ofSeconds(10),
                        LedgerJournal.about(
                                ledger, AGREEMENT, "v1", 0, people.get(0), new PeopleAtRest(keys, AGREEMENT)));

        List<JsonNode> wires = Told.wires(gateway, "CALL_OUTCOME", before);
        assertThat(wires).hasSize(1);
        sameBytes(wires, city.sandbox().advice().seen().exchanges());
    }
}
