package be.zeef.endtoend.run;

import static org.assertj.core.api.Assertions.assertThat;

import be.zeef.agreement.Agreements;
import be.zeef.app.Gateway;
import be.zeef.app.Inside;
import be.zeef.check.KeyCheck;
import be.zeef.cli.Overrides;
import be.zeef.counter.Counter;
import be.zeef.demo.DemoDiscounts;
import be.zeef.endtoend.city.Rights;
import be.zeef.endtoend.city.TestCity;
import be.zeef.endtoend.counter.CounterClient;
import be.zeef.question.Answer;
import be.zeef.question.Answer.Verdict;
import be.zeef.question.QuestionDesk;
import be.zeef.run.SyncReport;
import be.zeef.sandbox.SandboxKeys;
import be.zeef.sandbox.soap.SoapMisbehaviour;
import be.zeef.security.Keys;
import be.zeef.settings.Settings;
import be.zeef.settings.SettingsFile;
import be.zeef.subject.Insz;
import be.zeef.subject.Realm;
import be.zeef.subject.Today;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Wingene's leisure service asks whether a child's family has the social supplement, over signed SOAP; what is right is worked out
 * from what the sandbox tells of its children, and an answer that failed is never a no.
 */
class LeisureDiscountTest {

    private static final String AGREEMENT = "wingene-korting";
    private static final LocalDate SUMMER = LocalDate.of(2026, 7, 16);

    @TempDir
    Path folder;

    private TestCity city;
    private Gateway gateway;
    private List<String[]> children;

    @BeforeEach
    void start() throws Exception {
        city = new TestCity(folder, 20, 500);
        gateway = new Gateway(city.settings(), Today.wallClock());
        children = Files.readAllLines(city.sandbox().folder().resolve("wingene/truth.csv")).stream()
                .skip(1)
                .map(line -> line.split(";", -1))
                .toList();
    }

    @AfterEach
    void stop() {
        gateway.close();
        city.close();
    }

    private QuestionDesk desk(LocalDate on) {
        return gateway.desks().question(new Agreements(Path.of("mappings")).load(AGREEMENT), on);
    }

    private String one(Predicate<String[]> kind) {
        return children.stream()
                .filter(kind)
                .findFirst()
                .orElseThrow(() -> new AssertionError("a town of this seed has such a child"))[0];
    }

    private static boolean minor(String[] child, LocalDate on) {
        return LocalDate.parse(child[1]).isAfter(on.withDayOfMonth(1).minusYears(18));
    }

    /** In May, in summer, and in October: supplements end and begin between them. */
    @ParameterizedTest
    @ValueSource(strings = {"2026-05-16", "2026-07-16", "2026-10-01"})
    void answersAboutEveryChildAsTheTruthSays(String day) {
        LocalDate on = LocalDate.parse(day);
        QuestionDesk desk = desk(on);
        Set<Verdict> met = EnumSet.noneOf(Verdict.class);
        for (String[] child : children) {
            Answer answer = desk.ask(Insz.of(child[0], Realm.SANDBOX), on, "test");

            assertThat(answer.verdict()).as(String.join(";", child)).isEqualTo(expected(child, on));
            assertThat(answer.until().map(LocalDate::toString).orElse(""))
                    .isEqualTo(answer.verdict() == Verdict.YES ? "2026-12-31" : "");
            met.add(answer.verdict());
        }
        assertThat(met).as("the town has all three").hasSize(3);
    }

    private static Verdict expected(String[] child, LocalDate on) {
        if (child[4].equals("ONTBREEKT") || child[4].equals("TWIJFEL") && minor(child, on)) {
            return Verdict.NOT_DECIDABLE;
        }
        return minor(child, on) && Rights.run(child[2], child[3], on) ? Verdict.YES : Verdict.NO;
    }

    @Test
    void isNotDecidable_whenTheAnswerFails() {
        String without = one(child -> child[2].isEmpty() && child[4].isEmpty() && minor(child, SUMMER));
        Insz insz = Insz.of(without, Realm.SANDBOX);
        QuestionDesk desk = desk(SUMMER);
        assertThat(desk.ask(insz, SUMMER, "test").verdict()).isEqualTo(Verdict.NO);

        city.sandbox().soap().answerWith(3, "40005", "FOUT", 1);
        assertThat(desk.ask(insz, SUMMER, "test").verdict()).isEqualTo(Verdict.NOT_DECIDABLE);
        city.sandbox().soap().misbehave(SoapMisbehaviour.ANOTHER_PERSON, 1);
        assertThat(desk.ask(insz, SUMMER, "test").verdict()).isEqualTo(Verdict.NOT_DECIDABLE);
        city.sandbox().soap().answerWith(3, "15021", "FOUT", 1);
        assertThat(desk.ask(insz, SUMMER, "test").verdict()).isEqualTo(Verdict.NOT_DECIDABLE);
    }

    /** One service, one child, under Wingene's own sender; what is written down holds no number. */
    @Test
    void asksOneServiceAboutTheChildAlone() {
        String child = one(each -> each[4].isEmpty());
        desk(SUMMER).ask(Insz.of(child, Realm.SANDBOX), SUMMER, "clerk-7");

        List<String> entries = Inside.database(gateway)
                .withHandle(handle -> handle.createQuery("select kind || ' ' || body from ledger_entry order by id")
                        .mapTo(String.class)
                        .list());
        assertThat(entries.stream().filter(entry -> entry.startsWith("CALL_INTENT")))
                .isNotEmpty()
                .allMatch(
                        entry -> entry.contains("GeefKindVoordelen-02.00") || entry.contains("RegistreerInschrijving"));
        assertThat(entries).noneMatch(entry -> entry.contains(child));
        assertThat(entries).anyMatch(entry -> entry.startsWith("ASKED") && entry.contains("clerk-7"));
    }

    /** The built-in caller of the sandbox may ask under it, and is told no more than any counter. */
    @Test
    void isAskedOverTheCountersApi() throws Exception {
        gateway.close();
        Map<String, Object> counters = Overrides.over(city.overrides(), Map.of("counter", Map.of("port", 0)));
        Settings settings = SettingsFile.read(Path.of("no-such-zeef.yaml"), counters);
        gateway = new Gateway(settings, Today.wallClock());
        SandboxKeys keys = SandboxKeys.in(city.sandbox().folder().resolve("keys"), Keys.in(settings.keys()));
        String with =
                one(child -> child[4].isEmpty() && minor(child, SUMMER) && Rights.run(child[2], child[3], SUMMER));
        String missing = one(child -> child[4].equals("ONTBREEKT"));
        try (Counter counter = gateway.counter(KeyCheck::of)) {
            CounterClient client = CounterClient.showing(SandboxKeys.DEMO_CALLER, keys, counter.url());

            assertThat(asked(client, with)).isEqualTo("{\"answer\":\"yes\",\"until\":\"2026-12-31\"}");
            assertThat(asked(client, missing)).isEqualTo("{\"answer\":\"not-decidable\",\"until\":null}");
        }
    }

    private static String asked(CounterClient client, String child) throws Exception {
        String body = "{\"insz\":\"" + child + "\",\"on\":\"" + SUMMER + "\"}";
        return client.send(client.question(AGREEMENT, body).header(CounterClient.CLERK, "clerk-7"))
                .body()
                .strip();
    }

    /** What the demo prints: a row beside the others', whose answers are those of the truth. */
    @Test
    void isARowOfTheDemo() throws Exception {
        SyncReport row = DemoDiscounts.ask(
                gateway.desks(),
                new Agreements(Path.of("mappings")).load(AGREEMENT),
                SUMMER,
                city.sandbox().folder());

        assertThat(row.receipt()).isEqualTo("as the truth says");
        assertThat(row.done()).isTrue();
        assertThat(row.asked()).isEqualTo(60);
        for (Verdict verdict : Verdict.values()) {
            long expected = children.stream()
                    .limit(60)
                    .filter(child -> expected(child, SUMMER) == verdict)
                    .count();
            assertThat(
                            verdict == Verdict.YES
                                    ? row.eligible()
                                    : verdict == Verdict.NO ? row.notEligible() : row.undetermined())
                    .as(verdict.word())
                    .isEqualTo(expected)
                    .isPositive();
        }
    }
}
