package be.zeef.trust;

import static org.assertj.core.api.Assertions.assertThat;

import be.zeef.subject.Today;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.KeyStore.PrivateKeyEntry;
import java.time.Instant;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whose signature counts is decided by whoever the operator named, and by nobody who can only write a folder. */
class TrustedPeopleTest extends TrustCase {

    private TrustedPeople at(Instant moment, PrivateKeyEntry named) {
        return people(fingerprint(named), moment, Set.of());
    }

    @Test
    void shouldTellBothOfficersAndTheReleasers_whenTheFileHolds() {
        good().write(file, signer);

        assertThat(people().approvers(AGREEMENT))
                .containsEntry("sender", TestPki.certificate(sender))
                .containsEntry("recipient", TestPki.certificate(recipient))
                .hasSize(2);
        assertThat(people().releasers("wingene-geboortepremie"))
                .containsEntry("an.peeters", TestPki.certificate(sender))
                .containsEntry("jo.maes", TestPki.certificate(recipient));
        assertThat(people().releasers("gent-uitpas")).isEmpty();
        assertThat(people().report().acceptable()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"upper", "colons"})
    void shouldTakeTheFingerprintAsToolsWriteIt(String how) {
        good().write(file, signer);
        String hex = fingerprint(signer);
        String written = how.equals("upper") ? hex.toUpperCase(Locale.ROOT) : hex.replaceAll("(..)(?=.)", "$1:");

        assertThat(people(written, NOW, Set.of()).approvers(AGREEMENT)).hasSize(2);
    }

    @Test
    void shouldRefuse_whenNobodyNamedTheSignerOrTheFileIsNotThere() {
        assertThat(codes(() -> people().trust())).containsExactly("trusted.file-missing");

        good().write(file, signer);
        assertThat(codes(() -> people(" ", NOW, Set.of()).trust())).containsExactly("trusted.fingerprint-missing");
        assertThat(codes(() -> people("abc", NOW, Set.of()).trust())).containsExactly("trusted.fingerprint-form");
    }

    @Test
    void shouldRefuse_whenWhoeverMayEditAgreementsCouldReplaceIt() throws Exception {
        good().write(edited.resolve("trust.p7s"), signer);
        file = edited.resolve("trust.p7s");
        assertThat(codes(() -> people().trust())).containsExactly("trusted.place");

        file = Files.createSymbolicLink(folder.resolve("linked.p7s"), edited.resolve("trust.p7s"));
        assertThat(codes(() -> people().trust())).containsExactly("trusted.place");
    }

    @Test
    void shouldRefuse_whenItIsSignedByAnotherOrNotAtAll() throws Exception {
        good().write(file, pki.person("somebody"));
        assertThat(codes(() -> people().trust())).containsExactly("trusted.other-signer");

        Files.writeString(file, good().text());
        assertThat(codes(() -> people().trust())).containsExactly("trusted.unsigned");
    }

    /** The named signer's certificate is put beside a signature of one's own key: knowing it is not having its key. */
    @Test
    void shouldRefuse_whenOnlyTheSignersCertificateIsInIt() throws Exception {
        PrivateKeyEntry forger = new PrivateKeyEntry(
                TestPki.elliptic().getPrivate(), new java.security.cert.Certificate[] {TestPki.certificate(signer)});
        good().write(file, forger);

        assertThat(codes(() -> people().trust())).containsExactly("trusted.signature");
    }

    @Test
    void shouldRefuse_whenAByteOfItsTextIsChanged() throws Exception {
        good().write(file, signer);
        String message = Files.readString(file, StandardCharsets.ISO_8859_1);
        assertThat(message).contains("an.peeters");
        String later = message.replace(UNTIL.toString(), UNTIL.plusDays(1).toString());
        assertThat(later).isNotEqualTo(message);
        Files.writeString(file, later, StandardCharsets.ISO_8859_1);

        assertThat(codes(() -> people().trust())).containsExactly("trusted.signature");
    }

    @Test
    void shouldRefuse_whenTheFileOrItsSignerIsOutOfDate() {
        good().write(file, signer);
        Instant begin = FROM.atStartOfDay(Today.ZONE).toInstant();
        Instant end = UNTIL.plusDays(1).atStartOfDay(Today.ZONE).toInstant();
        assertThat(codes(() -> at(begin.minusSeconds(1), signer).trust())).contains("trusted.not-yet");
        assertThat(codes(() -> at(end, signer).trust())).containsExactly("trusted.expired");
        assertThat(at(end.minusSeconds(1), signer).trust().serial()).isEqualTo(1);

        PrivateKeyEntry soonOver = TestPki.selfSigned("board", NOW, NOW.plusSeconds(3600));
        good().write(file, soonOver);
        assertThat(codes(() -> at(NOW.plusSeconds(3601), soonOver).trust())).containsExactly("trusted.signer-expired");
    }

    @ParameterizedTest
    @ValueSource(ints = {731, -1})
    void shouldRefuse_whenItHoldsTooLongOrNever(int days) {
        String text =
                good().holding(FROM, FROM.plusDays(days + (days > 0 ? 1 : 0))).text();

        assertThat(codes(() -> TrustFile.make(file, text.getBytes(), pem -> pem, TestPki.key(signer))))
                .containsExactly("trusted.period");
    }

    @ParameterizedTest
    @ValueSource(strings = {"administrators: {}", "people: {}", "serial: 2"})
    void shouldRefuse_whenAKeyIsNotKnownOrStandsTwice(String line) {
        String text = good().text() + line + "\n";

        assertThat(codes(() -> TrustFile.make(file, text.getBytes(), pem -> pem, TestPki.key(signer))))
                .containsExactly("trusted.text");
    }

    @Test
    void shouldStopCounting_whenTheFileIsReplacedWhileItRuns() throws Exception {
        good().write(file, signer);
        TrustedPeople people = people();
        assertThat(people.approvers(AGREEMENT)).hasSize(2);

        good().write(file, pki.person("somebody"));
        assertThat(codes(() -> people.approvers(AGREEMENT))).containsExactly("trusted.other-signer");
    }
}
