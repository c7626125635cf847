package be.zeef.endtoend.source;

import static org.assertj.core.api.Assertions.assertThat;

import be.zeef.app.Gateway;
import be.zeef.app.Inside;
import be.zeef.endtoend.city.StatusQuestion;
import be.zeef.endtoend.city.TestCity;
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
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** Answers that must be signed, over HTTPS: what was done to one on its way is seen, and never asked for again as if it passed. */
class SignedAnswersTest {

    @TempDir
    static Path folder;

    private static TestCity city;
    private static Gateway gateway;
    private static MagdaQuestions questions;
    private static String person;

    private final CallsSeen calls = new CallsSeen();

    @BeforeAll
    static void start() throws Exception {
        city = new TestCity(folder, 10, 500);
        city.sandbox().soap().signAnswers(true);
        Settings settings = city.settings(Map.of("signing", "magda-signed-answers", "receiveTimeout", "PT10S"));
        gateway = new Gateway(settings, Today.wallClock());
        questions = new MagdaQuestions(Inside.magda(gateway), settings, "test", new Believing());
        person = Files.readAllLines(city.sandbox().folder().resolve("city/truth.csv"))
                .get(1)
                .substring(0, 11);
        CallsSeen first = new CallsSeen();
        assertThat(ask(first)).isInstanceOf(Known.class);
        assertThat(first.codes).containsExactly("40003", "OK", "OK");
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
        SourceAnswer answer = ask(calls);

        assertThat(answer.facts().ternary("statuut.BIM_BVT")).isNotEqualTo(Ternary.UNKNOWN);
        assertThat(calls.codes).containsExactly("OK");
    }

    @ParameterizedTest
    @EnumSource(
            mode = Mode.EXCLUDE,
            names = {"DOCTYPE", "DEEP", "HUGE"})
    void isRefusedAndNotAskedForAgain_whenItsSignatureDoesNotVouchForIt(AnswerTampering kind) {
        city.sandbox().soap().tamper(kind);
        long before = city.sandbox().soap().calls();

        assertThat(ask(calls)).isEqualTo(new Undetermined("SIGNATURE"));

        assertThat(calls.codes).containsExactly("SIGNATURE");
        assertThat(city.sandbox().soap().calls() - before).isOne();
    }

    @ParameterizedTest
    @EnumSource(names = {"DEEP", "HUGE"})
    void isRefusedByTheLimits_whenItIsShapedToExhaust(AnswerTampering kind) {
        city.sandbox().soap().tamper(kind);
        long began = System.nanoTime();

        assertThat(ask(calls)).isEqualTo(new Undetermined("LIMITS"));

        assertThat(calls.codes).containsExactly("LIMITS");
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(5));
    }

    @Test
    void isNoSoap_whenItHasADocumentType() {
        city.sandbox().soap().tamper(AnswerTampering.DOCTYPE);

        assertThat(ask(calls)).isInstanceOf(Known.class);

        assertThat(calls.codes).containsExactly("NOT_SOAP", "OK");
    }

    @Test
    void needsASignature_whenItIsAFault() {
        city.sandbox().soap().misbehave(SoapMisbehaviour.FAULT_500, 1);
        city.sandbox().soap().tamper(AnswerTampering.UNSIGNED);

        assertThat(ask(calls)).isEqualTo(new Undetermined("SIGNATURE"));

        assertThat(calls.codes).containsExactly("SIGNATURE");
    }

    @Test
    void isUnderstood_whenItIsAFaultThatIsSigned() {
        city.sandbox().soap().misbehave(SoapMisbehaviour.FAULT_500, 1);

        assertThat(ask(calls)).isInstanceOf(Known.class);

        assertThat(calls.codes).containsExactly("99997", "OK");
    }

    private static SourceAnswer ask(CallsSeen seen) {
        return questions.ask(StatusQuestion.about(person), seen);
    }
}
