package be.zeef.endtoend.source;

import static org.assertj.core.api.Assertions.assertThat;

import be.zeef.agreement.Agreement;
import be.zeef.agreement.Agreements;
import be.zeef.app.Gateway;
import be.zeef.app.Inside;
import be.zeef.endtoend.city.StatusQuestion;
import be.zeef.endtoend.city.TestCity;
import be.zeef.ledger.LedgerVerifier;
import be.zeef.run.Progress;
import be.zeef.run.SyncReport;
import be.zeef.sandbox.OddAnswer;
import be.zeef.settings.Settings;
import be.zeef.source.Inscription;
import be.zeef.source.InscriptionOutcome;
import be.zeef.source.InscriptionOutcome.Done;
import be.zeef.source.InscriptionOutcome.Failed;
import be.zeef.source.SourceAnswer;
import be.zeef.source.SourceAnswer.Known;
import be.zeef.source.SourceAnswer.Undetermined;
import be.zeef.source.magda.MagdaInscriptions;
import be.zeef.source.magda.MagdaQuestions;
import be.zeef.subject.Insz;
import be.zeef.subject.Realm;
import be.zeef.subject.Today;
import be.zeef.testing.Believing;
import be.zeef.testing.CallsSeen;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** What is no answer to a question over SOAP: a code in the ledger, asked again, undetermined in the end; never an exception. */
class OddAnswersTest {

    private static final LocalDate ON = LocalDate.of(2026, 5, 16);

    @TempDir
    static Path folder;

    private static TestCity city;
    private static Settings settings;
    private static Gateway gateway;
    private static String person;

    private final CallsSeen calls = new CallsSeen();

    @BeforeAll
    static void start() throws Exception {
        city = new TestCity(folder, 60, 500);
        // two attempts show as well as four that it is asked again, without the longest pauses
        settings = city.settings(Map.of("attempts", 2));
        gateway = new Gateway(settings, Today.wallClock());
        person = Files.readAllLines(city.sandbox().folder().resolve("city/truth.csv"))
                .get(1)
                .substring(0, 11);
        assertThat(ask(gateway, new CallsSeen())).isInstanceOf(Known.class);
    }

    @AfterAll
    static void stop() {
        gateway.close();
        city.close();
    }

    @AfterEach
    void behave() {
        city.sandbox().soap().behave();
        city.sandbox().soap().signAnswers(false);
    }

    @ParameterizedTest
    @CsvSource({
        "ACCEPTED, EMPTY",
        "ACCEPTED_WITH_ANSWER, EMPTY",
        "NO_CONTENT, EMPTY",
        "EMPTY, EMPTY",
        "BLANK, EMPTY",
        "NOTHING, EMPTY",
        "MULTIPART_WITH_REFERENCE, MULTIPART",
        "MULTIPART_OF_TWO, MULTIPART",
        "MULTIPART_CUT_OFF, MULTIPART",
        "TOO_MANY, THROTTLED",
        "BUSY, THROTTLED",
        "PAGE, NOT_SOAP",
        "XML_PAGE, NOT_SOAP",
        "PACKED, NOT_SOAP",
        "TEXT_IN_BODY, NOT_SOAP",
        "TWICE_IN_BODY, NOT_SOAP",
        "REDIRECT, REDIRECT",
        "REDIRECT_WITH_ANSWER, REDIRECT"
    })
    void isAskedAgain_whenTheAnswerIsNone(OddAnswer kind, String code) {
        city.sandbox().soap().answerOddly(kind, 1);

        assertThat(ask(gateway, calls)).isInstanceOf(Known.class);

        assertThat(calls.codes).containsExactly(code, "OK");
        assertThat(calls.refertes).doesNotHaveDuplicates();
    }

    /** However it is wrapped and encoded, it is read once. */
    @ParameterizedTest
    @EnumSource(names = {"MULTIPART", "MULTIPART_WITH_MORE", "MARKED_UTF_8", "MARKED_UTF_16_LE", "MARKED_UTF_16_BE"})
    void isRead_whenItIsOne(OddAnswer kind) {
        city.sandbox().soap().answerOddly(kind, 1);

        assertThat(ask(gateway, calls)).isInstanceOf(Known.class);

        assertThat(calls.codes).containsExactly("OK");
    }

    @ParameterizedTest
    @EnumSource(
            mode = Mode.EXCLUDE,
            names = {"MULTIPART", "MULTIPART_WITH_MORE", "MARKED_UTF_8", "MARKED_UTF_16_LE", "MARKED_UTF_16_BE"})
    void isUndetermined_whenThereIsNeverAnAnswer(OddAnswer kind) {
        city.sandbox().soap().answerOddly(kind, 100);

        SourceAnswer answer = ask(gateway, calls);

        assertThat(answer).isInstanceOf(Undetermined.class);
        assertThat(calls.codes).hasSizeGreaterThan(1).containsOnly(answer.code());
    }

    @ParameterizedTest
    @EnumSource(
            mode = Mode.EXCLUDE,
            names = {"MULTIPART", "MULTIPART_WITH_MORE", "MARKED_UTF_8", "MARKED_UTF_16_LE", "MARKED_UTF_16_BE"})
    void isInscribedAfterAll_whenTheConfirmationIsNone(OddAnswer kind) {
        MagdaInscriptions inscriptions = new MagdaInscriptions(Inside.magda(gateway), settings, "test");
        city.sandbox().soap().answerOddly(kind, 1);
        InscriptionOutcome outcome =
                inscriptions.inscribe(Inscription.REGISTER, insz(), ON, Duration.ofSeconds(20), calls);
        assertThat(outcome).isInstanceOf(Done.class);
        assertThat(calls.codes).hasSize(2);

        city.sandbox().soap().answerOddly(kind, 100);
        assertThat(inscriptions.inscribe(Inscription.REGISTER, insz(), ON, Duration.ofSeconds(20), calls))
                .isInstanceOf(Failed.class);
    }

    @Test
    void everyIntentHasItsOutcome_whenASyncMeetsThemAll() throws Exception {
        Agreement agreement = new Agreements(Path.of("mappings")).load("gent-onderwijs");
        for (OddAnswer kind : OddAnswer.values()) {
            city.sandbox().soap().answerOddly(kind, 3);
        }

        SyncReport report;
        try (Gateway usual = new Gateway(city.settings(), Today.wallClock())) {
            report = usual.syncs()
                    .run(
                            agreement,
                            city.sandbox().folder().resolve("city/pupils.csv"),
                            LocalDate.of(2026, 3, 1),
                            false,
                            Progress.NONE);
        }

        assertThat(report.eligible()).isPositive();
        assertThat(report.asked()).isEqualTo(report.eligible() + report.notEligible() + report.undetermined());
        assertThat(new LedgerVerifier(Inside.database(gateway)).verify().open()).isEmpty();
        assertThat(outcomes()).contains("EMPTY", "MULTIPART", "NOT_SOAP", "REDIRECT", "THROTTLED", "OK");
        assertThat(count("CALL_OUTCOME")).isEqualTo(count("CALL_INTENT")).isGreaterThan(3L * OddAnswer.values().length);
    }

    private static List<String> outcomes() {
        return Inside.database(gateway)
                .withHandle(handle -> handle.createQuery("select body from ledger_entry where kind = 'CALL_OUTCOME'")
                        .mapTo(String.class)
                        .list())
                .stream()
                .map(body -> body.replaceAll(".*\"code\":\"([^\"]*)\".*", "$1"))
                .distinct()
                .toList();
    }

    private static long count(String kind) {
        return Inside.database(gateway)
                .withHandle(handle -> handle.createQuery("select count(*) from ledger_entry where kind = :kind")
                        .bind("kind", kind)
                        .mapTo(Long.class)
                        .one());
    }

    private static Insz insz() {
        return Insz.of(person, Realm.SANDBOX);
    }

    private static SourceAnswer ask(Gateway gateway, CallsSeen seen) {
        // a circuit of its own, so that one kind does not close it for the next
        return new MagdaQuestions(Inside.freshMagda(gateway), settings, "test", new Believing())
                .ask(StatusQuestion.about(person), seen);
    }
}
