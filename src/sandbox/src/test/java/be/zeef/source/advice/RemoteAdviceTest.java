package be.zeef.source.advice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.zeef.route.PartnerKeys;
import be.zeef.route.Routes;
import be.zeef.sandbox.OddAnswer;
import be.zeef.sandbox.SandboxKeys;
import be.zeef.sandbox.advice.AdviceMisbehaviour;
import be.zeef.sandbox.advice.AdviceServer;
import be.zeef.sandbox.city.CityMaker;
import be.zeef.sandbox.city.CityOptions;
import be.zeef.sandbox.city.People;
import be.zeef.security.Keys;
import be.zeef.settings.Settings;
import be.zeef.settings.SettingsFile;
import be.zeef.source.CallJournal;
import be.zeef.source.advice.AdviceReply.Failed;
import be.zeef.source.advice.AdviceReply.Given;
import be.zeef.source.advice.AdviceReply.Word;
import be.zeef.subject.Insz;
import be.zeef.subject.Realm;
import be.zeef.testing.CallsSeen;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Automatisch Advies over mutual TLS, against what the synthetic city's truth says. */
class RemoteAdviceTest {

    private static final LocalDate ON = LocalDate.of(2026, 7, 16);
    private static final Duration WITHIN = Duration.ofSeconds(30);
    private static final String CASE = "gent-uitpas";

    @TempDir
    static Path folder;

    private static Map<String, String[]> truth;
    private static Map<String, String[]> people;
    private static AdviceServer server;
    private static Routes routes;
    private static RemoteAdvice advice;

    private final CallsSeen journal = new CallsSeen();
    private final Insz person = Insz.of(people.keySet().iterator().next(), Realm.SANDBOX);
    private final long callsBefore = server.calls();

    @BeforeAll
    static void start() throws Exception {
        Path city = folder.resolve("city");
        CityMaker.make(city, CityOptions.ghent(300, 2026, 0));
        People known = People.of(city, 2026);
        truth = rows(city.resolve("truth.csv"));
        people = rows(city.resolve("people.csv"));
        Keys gateway = Keys.in(folder.resolve("data/keys"));
        SandboxKeys keys = SandboxKeys.in(folder.resolve("sandbox-keys"), gateway);
        server = AdviceServer.start(0, keys, () -> known, city.resolve("truth.csv"));
        routes = routes(gateway);
        advice = new RemoteAdvice(routes, settings());
    }

    private static Routes routes(Keys keys) throws IOException {
        Path home = folder.resolve("home");
        for (String file : List.of(
                "routes/advice.yaml",
                "mappings/sources/advice/question.schema.json",
                "mappings/sources/advice/answer.schema.json")) {
            Files.createDirectories(home.resolve(file).getParent());
            Files.write(home.resolve(file), Files.readAllBytes(Path.of(file)));
        }
        return Routes.start(settings(), Map.of("magdaTls", PartnerKeys.magdaTls(keys)));
    }

    private static Settings settings() {
        return SettingsFile.read(
                Path.of("no-such-zeef.yaml"),
                Map.of(
                        "home", folder.resolve("home").toString(),
                        "data", folder.resolve("data").toString(),
                        "advice", Map.of("url", server.url(), "receiveTimeout", "PT1.5S")));
    }

    @AfterAll
    static void stop() {
        routes.close();
        server.close();
    }

    @AfterEach
    void behave() {
        server.behave();
    }

    @Test
    void advisesAsTheTruthSays_aboutTheTariff() {
        Map<String, AdviceReply> expected = new HashMap<>();
        Map<String, AdviceReply> given = new HashMap<>();
        people.entrySet().stream().limit(60).forEach(each -> {
            String insz = each.getKey();
            String[] fields = each.getValue();
            boolean yes = fields[4].equals("44021") && (fields[5].equals("1") || hasMeasure(truth.get(insz)));
            String reason = yes ? "ENTITLED" : fields[4].equals("44021") ? "NO_STATUS" : "ELSEWHERE";
            expected.put(insz, new Given(yes ? Word.POSITIVE : Word.NEGATIVE, Map.of(), List.of(reason)));
            given.put(insz, ask(CASE, Insz.of(insz, Realm.SANDBOX)));
        });
        assertThat(given).isEqualTo(expected);
        assertThat(Set.copyOf(given.values())).as("the city has all three").hasSize(3);
    }

    @Test
    void advisesAsTheTruthSays_aboutTheClassOfEachKindOfHousehold() {
        Set<String> met = new HashSet<>();
        Map<String, Integer> asked = new HashMap<>();
        people.forEach((insz, fields) -> {
            String expected = classOf(fields[1]);
            if (asked.merge(expected, 1, Integer::sum) <= 6) {
                Given given = (Given) ask("gent-onderwijs", Insz.of(insz, Realm.SANDBOX));
                assertThat(
                                given.word() == Word.POSITIVE
                                        ? given.flags().get("klasse")
                                        : given.word().toString())
                        .isEqualTo(expected);
                met.add(expected);
            }
        });
        assertThat(met).contains("A", "B", "C", "NEGATIVE", "UNDETERMINED");
    }

    private static String classOf(String head) {
        List<String[]> adults = people.values().stream()
                .filter(fields -> fields[1].equals(head))
                .filter(fields -> !LocalDate.parse(fields[3]).isAfter(ON.minusYears(18)))
                .toList();
        if (adults.stream().anyMatch(fields -> holds(fields[6], fields[7]))) {
            return "A";
        }
        if (adults.isEmpty() || adults.stream().anyMatch(fields -> fields[8].isEmpty())) {
            return "UNDETERMINED";
        }
        long cents = adults.stream()
                .collect(Collectors.toMap(fields -> fields[8], fields -> Long.parseLong(fields[9]), (a, b) -> a))
                .values()
                .stream()
                .mapToLong(Long::longValue)
                .sum();
        return cents < 2_300_000 ? "B" : cents < 3_300_000 ? "C" : "NEGATIVE";
    }

    @ParameterizedTest
    @CsvSource({
        "ANOTHER_PERSON, ANOTHER_PERSON",
        "ANOTHER_CASE, ANOTHER_CASE",
        "ANOTHER_DAY, ANOTHER_DAY",
        "TELLS_MORE, SCHEMA",
        "NOT_JSON, MALFORMED",
        "SAYS_TWO_THINGS, MALFORMED",
        "TOO_LARGE, TOO_LARGE",
        "PACKED_LARGE, TOO_LARGE",
        "FORBIDDEN, HTTP_403"
    })
    void usesNoAnswerThatIsNotGood_andDoesNotAskAgain(AdviceMisbehaviour kind, String code) {
        server.misbehave(kind, 1);

        assertThat(ask(CASE, person)).isEqualTo(new Failed(code));
        assertThat(server.calls() - callsBefore).isEqualTo(1);
        assertThat(journal.codes).containsExactly(code);
    }

    @ParameterizedTest
    @CsvSource({
        "RATE_LIMITED, HTTP_429",
        "UNAVAILABLE, HTTP_503",
        "SLOW, TIMEOUT",
        "DRIPS, TIMEOUT",
        "CUT_OFF, CUT_OFF",
        "ANOTHER_REFERENCE, CORRELATION"
    })
    void asksAgain_whenWhatWentWrongPasses(AdviceMisbehaviour kind, String code) {
        server.misbehave(kind, 1);

        assertThat(ask(CASE, person)).isInstanceOf(Given.class);
        assertThat(journal.codes).containsExactly(code, "OK");
        assertThat(journal.services).containsOnly("advice/" + CASE);
        assertThat(new HashSet<>(journal.refertes))
                .as("each attempt has its own")
                .hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({
        "ACCEPTED, EMPTY",
        "ACCEPTED_WITH_ANSWER, EMPTY",
        "NO_CONTENT, EMPTY",
        "EMPTY, EMPTY",
        "BLANK, EMPTY",
        "NOTHING, EMPTY",
        "MULTIPART, NOT_JSON",
        "PAGE, NOT_JSON",
        "REDIRECT, HTTP_302",
        "REDIRECT_WITH_ANSWER, HTTP_302"
    })
    void asksAgainAndThenGivesUp_whenTheAnswerIsNone(OddAnswer kind, String code) {
        server.answerOddly(kind, 1);
        assertThat(ask(CASE, person)).isInstanceOf(Given.class);
        assertThat(journal.codes).containsExactly(code, "OK");

        journal.forget();
        server.answerOddly(kind, 100);
        assertThat(ask(CASE, person)).isEqualTo(new Failed(code));
        assertThat(journal.codes).containsExactly(code, code, code);
    }

    @Test
    void givesUp_whenItDoesNotPass() {
        server.misbehave(AdviceMisbehaviour.UNAVAILABLE, 100);

        assertThat(ask(CASE, person)).isEqualTo(new Failed("HTTP_503"));
        assertThat(server.calls() - callsBefore).isEqualTo(3);
    }

    @Test
    void asksNothing_whenThereIsNoTimeOrNoLedger() {
        assertThat(advice.ask(CASE, person, ON, Duration.ZERO, journal)).isEqualTo(new Failed("TOO_LATE"));
        CallJournal full = new CallJournal() {
            @Override
            public <R> R around(String service, String referte, Supplier<R> call, Function<R, String> code) {
                throw new IllegalStateException("no room");
            }
        };
        assertThatThrownBy(() -> advice.ask(CASE, person, ON, WITHIN, full)).hasMessage("no room");
        assertThat(server.calls()).isEqualTo(callsBefore);
    }

    @Test
    void isUndeterminedOrFailed_whenThePersonOrTheCaseIsNotKnownThere() {
        Insz stranger = Insz.of("85651200136", Realm.SANDBOX);

        assertThat(ask(CASE, stranger)).isEqualTo(new Given(Word.UNDETERMINED, Map.of(), List.of("UNKNOWN_PERSON")));
        assertThat(ask("gent-parkeren", person)).isEqualTo(new Failed("HTTP_404"));
        assertThatThrownBy(() -> ask("Gent UiTPAS", person))
                .isInstanceOf(IllegalArgumentException.class)
                .message()
                .matches(message -> !message.contains(person.digits()));
    }

    @Test
    void isBarred_whenOurCertificateIsNotOneThatIsTrustedThere() throws Exception {
        Keys strange = Keys.in(folder.resolve("strange"));
        SandboxKeys.in(folder.resolve("strange-sandbox"), strange);
        try (Routes others = routes(strange)) {
            AdviceReply reply =
                    new RemoteAdvice(others, settings()).ask(CASE, person, ON, Duration.ofSeconds(2), journal);
            assertThat(reply).isEqualTo(new Failed("TLS"));
            assertThat(((Failed) reply).barred()).isTrue();
        }
        assertThat(server.calls()).isEqualTo(callsBefore);
    }

    private AdviceReply ask(String caseId, Insz about) {
        return advice.ask(caseId, about, ON, WITHIN, journal);
    }

    private static boolean hasMeasure(String[] fields) {
        return Set.of("CSR", "BB", "BG", "LL").contains(fields[4]) && holds(fields[5], fields[6]);
    }

    private static boolean holds(String begin, String end) {
        return !begin.isEmpty()
                && !LocalDate.parse(begin).isAfter(ON)
                && (end.isEmpty() || !LocalDate.parse(end).isBefore(ON));
    }

    private static Map<String, String[]> rows(Path file) throws IOException {
        return Files.readAllLines(file).stream()
                .skip(1)
                .map(line -> line.split(";", -1))
                .filter(fields -> !fields[0].isEmpty())
                .collect(Collectors.toMap(fields -> fields[0], fields -> fields, (a, b) -> a));
    }
}
