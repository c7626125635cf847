package be.zeef.security.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.zeef.sandbox.ReadyKeys;
import be.zeef.sandbox.SandboxKeys;
import be.zeef.sandbox.soap.AnswerSigner;
import be.zeef.sandbox.soap.AnswerSigner.Manner;
import be.zeef.sandbox.soap.AnswerSigner.Part;
import be.zeef.security.Keys;
import be.zeef.security.SignatureRefusedException;
import be.zeef.security.signing.AnswerPolicy.Dated;
import be.zeef.security.signing.AnswerPolicy.Signed;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Time and policy; what can be done to a signed message over the wire is in {@code be.zeef.cli.SignedAnswersTest}. */
class AnswerCheckTest {

    private static final String ANSWER =
            "<s:Envelope xmlns:s=\"http://schemas.xmlsoap.org/soap/envelope/\"><s:Header><h xmlns=\"urn:h\"/></s:Header>"
                    + "<s:Body><a>1</a></s:Body></s:Envelope>";

    private static final String KEY = "magda-signing";
    private static final OpenQuestion OPEN = new OpenQuestion("r", content -> Optional.empty());

    @TempDir
    static Path folder;

    private static Keys gateway;
    private static AnswerSigner signer;

    private final MovedClock clock = new MovedClock();

    /** Our clock, moved away from the signer's. */
    private static final class MovedClock extends Clock {
        private Duration by = Duration.ZERO;

        @Override
        public Instant instant() {
            return Instant.now().plus(by);
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    @BeforeAll
    static void makeKeys() {
        ReadyKeys.copy(folder.resolve("gateway"), folder.resolve("sandbox"));
        gateway = Keys.in(folder.resolve("gateway"));
        signer = new AnswerSigner(SandboxKeys.in(folder.resolve("sandbox"), gateway));
    }

    /** Seconds our clock is ahead of the signer's; answers hold for 300 s in both their own word and the policy's. */
    @ParameterizedTest
    @CsvSource({"0,true", "50,true", "-50,true", "350,true", "-70,false", "370,false", "86400,false"})
    void acceptsWhatIsFresh_whenClocksDiffer(long ahead, boolean fresh) throws Exception {
        clock.by = Duration.ofSeconds(ahead);

        assertAccepts(check(Signed.ALWAYS, SignatureAlgorithm.RSA_SHA256), signed(false), fresh);
    }

    @Test
    void holdsToItsOwnAge_whenAnAnswerClaimsALongerLife() throws Exception {
        clock.by = Duration.ofSeconds(120);
        AnswerPolicy strict = new AnswerPolicy(
                Signed.ALWAYS,
                "magda-signing",
                Set.of(SignatureAlgorithm.RSA_SHA256),
                Dated.ALWAYS,
                Duration.ofSeconds(60),
                Duration.ZERO);

        assertAccepts(AnswerCheck.of(strict, gateway, clock), signed(false), false);
    }

    @Test
    void refusesTheSameAnswer_whateverTheClockDoesInBetween() throws Exception {
        AnswerCheck check = check(Signed.ALWAYS, SignatureAlgorithm.RSA_SHA256);
        byte[] answer = signed(false);
        assertAccepts(check, answer, true);

        clock.by = Duration.ofDays(2);
        assertAccepts(check, answer, false);
        clock.by = Duration.ZERO;

        assertAccepts(check, answer, false);
        assertAccepts(check, signed(false), true);
    }

    @Test
    void acceptsTheUnsignedAndVerifiesTheSigned_whenSignaturesAreOptional() throws Exception {
        AnswerCheck check = check(Signed.OPTIONAL, SignatureAlgorithm.RSA_SHA256);

        assertAccepts(check, bytes(ANSWER), true);
        assertAccepts(check, signed(false), true);
        String altered = new String(signed(false), StandardCharsets.UTF_8).replace("<a>1</a>", "<a>2</a>");
        assertAccepts(check, bytes(altered), false);
        assertAccepts(check, bytes(altered.replace(":Security", ":Insecurity")), false);
    }

    @Test
    void acceptsSha1_onlyWhenItIsListed() throws Exception {
        assertAccepts(check(Signed.ALWAYS, SignatureAlgorithm.RSA_SHA256), signed(true), false);
        assertAccepts(check(Signed.ALWAYS, SignatureAlgorithm.RSA_SHA1), signed(true), true);
    }

    /** What the policy says of Timestamps, whether the answer has one, whether it answers the open question. */
    @ParameterizedTest
    @CsvSource({
        "ALWAYS,   true,  false, true",
        "ALWAYS,   false, true,  false",
        "OPTIONAL, true,  false, true",
        "OPTIONAL, false, true,  true",
        "OPTIONAL, false, false, false",
        "NEVER,    true,  true,  false",
        "NEVER,    false, true,  true",
        "NEVER,    false, false, false"
    })
    void holdsWhatIsNotDatedToItsQuestion(Dated policy, boolean dated, boolean answers, boolean accepted) {
        for (Signed signed : List.of(Signed.ALWAYS, Signed.OPTIONAL)) {
            AnswerCheck check = check(signed, SignatureAlgorithm.RSA_SHA256, policy);
            byte[] answer = signed(dated ? Manner.usual(KEY) : Manner.undated(KEY));

            assertAccepts(check, answer, answers ? open("1") : open("2"), accepted);
        }
    }

    @Test
    void takesOneAnswer_whenNothingIsDated() {
        AnswerCheck check = check(Signed.ALWAYS, SignatureAlgorithm.RSA_SHA256, Dated.NEVER);
        OpenQuestion question = open("1");
        byte[] answer = signed(Manner.undated(KEY));

        assertAccepts(check, answer, question, true);
        assertAccepts(check, answer, question, false);
        assertAccepts(check, signed(Manner.undated(KEY)), question, false);
    }

    @Test
    void takesTheBodyAloneAsSigned_butNothingBesideBodyAndToken() {
        AnswerCheck check = check(Signed.ALWAYS, SignatureAlgorithm.RSA_SHA256, Dated.NEVER);

        assertAccepts(check, signed(undatedOver(Part.BODY)), open("1"), true);
        assertAccepts(check, signed(undatedOver(Part.TOKEN)), open("1"), false);
        assertAccepts(check, signed(undatedOver(Part.BODY, Part.TOKEN, Part.HEADER)), open("1"), false);
    }

    /** What is forged takes no question: the right answer may still come. */
    @Test
    void leavesTheQuestionOpen_whenAnotherAnswerCame() {
        AnswerCheck check = check(Signed.ALWAYS, SignatureAlgorithm.RSA_SHA256, Dated.NEVER);
        OpenQuestion question = open("1");
        byte[] forged = bytes(
                new String(signed(Manner.undated(KEY)), StandardCharsets.UTF_8).replace("<a>1</a>", "<a b=\"\">1</a>"));

        assertAccepts(check, forged, question, false);
        assertAccepts(check, signed(Manner.undated(KEY)), question, true);
    }

    private static Manner undatedOver(Part... parts) {
        return new Manner(KEY, Duration.ZERO, false, false, Set.of(parts));
    }

    private static OpenQuestion open(String reference) {
        return new OpenQuestion(reference, content -> Optional.of(content.getTextContent()));
    }

    private AnswerCheck check(Signed signed, SignatureAlgorithm algorithm) {
        return check(signed, algorithm, Dated.ALWAYS);
    }

    private AnswerCheck check(Signed signed, SignatureAlgorithm algorithm, Dated dated) {
        return AnswerCheck.of(
                new AnswerPolicy(
                        signed,
                        "magda-signing",
                        Set.of(algorithm),
                        dated,
                        Duration.ofMinutes(5),
                        Duration.ofMinutes(1)),
                gateway,
                clock);
    }

    private static byte[] signed(boolean sha1) {
        return bytes(AnswerSigner.text(signer.sign(
                ANSWER,
                new Manner(
                        "magda-signing", Duration.ZERO, sha1, true, Set.of(Part.BODY, Part.TIMESTAMP, Part.TOKEN)))));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] signed(Manner manner) {
        return bytes(AnswerSigner.text(signer.sign(ANSWER, manner)));
    }

    private static void assertAccepts(AnswerCheck check, byte[] answer, boolean accepted) {
        assertAccepts(check, answer, OPEN, accepted);
    }

    private static void assertAccepts(AnswerCheck check, byte[] answer, OpenQuestion question, boolean accepted) {
        SoapMessage message = SoapMessage.read(answer).orElseThrow();
        if (accepted) {
            assertThatCode(() -> check.verify(message, question)).doesNotThrowAnyException();
            assertThat(message.headers(
                            "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-secext-1.0.xsd",
                            "Security"))
                    .isEmpty();
        } else {
            assertThatThrownBy(() -> check.verify(message, question))
                    .isInstanceOfAny(SignatureRefusedException.class, UnprovenException.class);
        }
    }
}
