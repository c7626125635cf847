package be.zeef.endtoend.source;

import static org.assertj.core.api.Assertions.assertThat;

import be.zeef.app.Gateway;
import be.zeef.app.Inside;
import be.zeef.endtoend.city.StatusQuestion;
import be.zeef.endtoend.city.TestCity;
import be.zeef.sandbox.OddAnswer;
import be.zeef.sandbox.soap.AnswerTampering;
import be.zeef.sandbox.soap.SoapMisbehaviour;
import be.zeef.settings.Settings;
import be.zeef.sieve.Ternary;
import be.zeef.source.SourceAnswer;
import be.zeef.source.SourceAnswer.Known;
import be.zeef.source.SourceAnswer.Undetermined;
import be.zeef.source.magda.MagdaQuestions;
import be.zeef.subject.Today;
import be.zeef.testing.Believing;
import be.zeef.testing.CallsSeen;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** Answers signed as the reference signer of Digitaal Vlaanderen signs, over HTTPS: token and Body, and nothing says when. */
class SignedBodyAnswersTest {

    @TempDir
    static Path folder;

    private static TestCity city;
    private static Gateway gateway;
    private static Settings settings;
    private static String person;

    private final CallsSeen calls = new CallsSeen();

    @BeforeAll
    static void start() throws Exception {
        city = new TestCity(folder, 10, 500);
        city.sandbox().soap().signAnswers(true);
        city.sandbox().soap().dateAnswers(false);
        settings = city.settings(Map.of("signing", "magda-signed-body", "receiveTimeout", "PT10S"));
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
    }

    @Test
    void isBelieved_whenWellSigned() {
        SourceAnswer answer = ask(gateway, calls);

        assertThat(answer.facts().ternary("statuut.BIM_BVT")).isNotEqualTo(Ternary.UNKNOWN);
        assertThat(calls.codes).containsExactly("OK");
    }

    /** Two say otherwise when they were made, which nothing in this form says at all; a replay is refused below. */
    @ParameterizedTest
    @EnumSource(
            mode = Mode.EXCLUDE,
            names = {"EXPIRED", "FROM_THE_FUTURE", "UNDATED", "REPLAYED", "DOCTYPE", "DEEP", "HUGE"})
    void isRefusedAndNotAskedForAgain_whenItsSignatureDoesNotVouchForIt(AnswerTampering kind) {
        city.sandbox().soap().tamper(kind);
        long before = city.sandbox().soap().calls();

        assertThat(ask(gateway, calls)).isEqualTo(new Undetermined("SIGNATURE"));

        assertThat(calls.codes).containsExactly("SIGNATURE");
        assertThat(city.sandbox().soap().calls() - before).isOne();
    }

    @ParameterizedTest
    @EnumSource(names = {"DEEP", "HUGE"})
    void isRefusedByTheLimits_whenItIsShapedToExhaust(AnswerTampering kind) {
        city.sandbox().soap().tamper(kind);

        assertThat(ask(gateway, calls)).isEqualTo(new Undetermined("LIMITS"));
    }

    @Test
    void isNoSoap_whenItHasADocumentType() {
        city.sandbox().soap().tamper(AnswerTampering.DOCTYPE);

        assertThat(ask(gateway, calls)).isInstanceOf(Known.class);
        assertThat(calls.codes).containsExactly("NOT_SOAP", "OK");
    }

    /** The Referte of a question that was answered is used up. */
    @Test
    void isNotTakenForALaterQuestion_whenItIsReplayed() {
        ask(gateway, new CallsSeen());
        city.sandbox().soap().tamper(AnswerTampering.REPLAYED);

        assertThat(ask(gateway, calls)).isInstanceOf(Known.class);

        assertThat(calls.codes).containsExactly("CORRELATION", "OK");
    }

    /** The first attempt's answer is lost, and comes to the second one. */
    @Test
    void isNotTakenForAnotherAttempt_ofTheSameQuestion() {
        city.sandbox().soap().answerOddly(OddAnswer.NO_CONTENT, 1);
        city.sandbox().soap().tamper(AnswerTampering.REPLAYED);

        assertThat(ask(gateway, calls)).isInstanceOf(Known.class);

        assertThat(calls.codes).containsExactly("EMPTY", "CORRELATION", "OK");
    }

    @Test
    void isNotTaken_whenItIsReplayedAfterARestart() {
        ask(gateway, new CallsSeen());
        try (Gateway restarted = new Gateway(settings, Today.wallClock())) {
            city.sandbox().soap().tamper(AnswerTampering.REPLAYED);

            assertThat(ask(restarted, calls)).isInstanceOf(Known.class);

            assertThat(calls.codes).containsExactly("CORRELATION", "OK");
        }
    }

    @Test
    void isUndetermined_whenOnlyOldAnswersCome() {
        ask(gateway, new CallsSeen());
        for (int i = 0; i < 20; i++) {
            city.sandbox().soap().tamper(AnswerTampering.REPLAYED);
        }

        assertThat(ask(gateway, calls)).isEqualTo(new Undetermined("CORRELATION"));
    }

    /** It repeats no Referte, so it may be an old one: its code is not believed, 13001 would bar us. */
    @Test
    void isAskedAgainAndItsCodeNotBelieved_whenItIsASignedFault() {
        city.sandbox().soap().answerWith(1, "13001", "FOUT", 1);

        assertThat(ask(gateway, calls)).isInstanceOf(Known.class);
        assertThat(calls.codes).containsExactly("FAULT", "OK");

        city.sandbox().soap().misbehave(SoapMisbehaviour.FAULT_500, 100);
        assertThat(ask(gateway, calls)).isEqualTo(new Undetermined("FAULT"));
    }

    @Test
    void needsASignature_whenItIsAFault() {
        city.sandbox().soap().misbehave(SoapMisbehaviour.FAULT_500, 1);
        city.sandbox().soap().tamper(AnswerTampering.UNSIGNED);

        assertThat(ask(gateway, calls)).isEqualTo(new Undetermined("SIGNATURE"));
    }

    private static SourceAnswer ask(Gateway gateway, CallsSeen seen) {
        return new MagdaQuestions(Inside.freshMagda(gateway), settings, "test", new Believing())
                .ask(StatusQuestion.about(person), seen);
    }
}
