package be.zeef.source.advice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.zeef.route.Routes;
import be.zeef.sandbox.OddAnswer;
import be.zeef.sandbox.SandboxKeys;
import be.zeef.sandbox.advice.AdviceMisbehaviour;
import be.zeef.security.Keys;
import be.zeef.source.CallJournal;
import be.zeef.source.advice.AdviceReply.Failed;
import be.zeef.source.advice.AdviceReply.Given;
import be.zeef.source.advice.AdviceReply.Word;
import be.zeef.subject.Insz;
import be.zeef.subject.Realm;
import java.io.OutputStream;
import java.nio.file.Files;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Automatisch Advies over mutual TLS: what becomes of a question when the answer is late, odd, of another or none. */
class RemoteAdviceTest extends RemoteAdviceCase {

    private final Insz person = Insz.of(people.keySet().iterator().next(), Realm.SANDBOX);
    private final long callsBefore = server.calls();

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
        "TOO_MANY, HTTP_429",
        "BUSY, HTTP_503",
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

    @ParameterizedTest
    @EnumSource(names = {"MARKED_UTF_8", "MARKED_UTF_16_LE", "MARKED_UTF_16_BE"})
    void takesTheMarkForTheEncoding_whateverHttpSays(OddAnswer kind) {
        server.answerOddly(kind, 1);

        assertThat(ask(CASE, person)).isInstanceOf(Given.class);
        assertThat(journal.codes).containsExactly("OK");
    }

    /** The service says one second; what one question hears of it holds for the next, by whomever it is asked. */
    @Test
    void leavesTheServiceAlone_forAsLongAsItSays() {
        server.answerOddly(OddAnswer.TOO_MANY, 3);
        ask(CASE, person);
        long calls = server.calls();
        journal.forget();

        assertThat(advice.ask(CASE, person, ON, Duration.ofMillis(300), journal))
                .isEqualTo(new Failed("TOO_LATE"));

        assertThat(server.calls()).as("not called").isEqualTo(calls);
        assertThat(journal.codes).as("no intent without a call").isEmpty();
        assertThat(ask(CASE, person)).isInstanceOf(Given.class);
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
        // theirs is trusted here, so that all that is wrong is ours
        try (OutputStream out = Files.newOutputStream(strange.folder().resolve("trust.p12"))) {
            Keys.in(folder.resolve("data/keys")).trust().store(out, strange.password());
        }
        try (Routes others = routes(strange)) {
            RemoteAdvice refused = new RemoteAdvice(others, settings());
            // a refusal whose alert is lost with the connection looks like one that was cut off, and is asked again
            List<AdviceReply> replies = Stream.generate(() -> refused.ask(CASE, person, ON, WITHIN, journal))
                    .limit(5)
                    .toList();
            assertThat(replies).contains(new Failed("TLS")).isSubsetOf(new Failed("TLS"), new Failed("CUT_OFF"));
            assertThat(new Failed("TLS").barred()).isTrue();
        }
        assertThat(server.calls()).isEqualTo(callsBefore);
    }
}
