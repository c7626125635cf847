package be.zeef.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import be.zeef.security.Fingerprint;
import be.zeef.subject.Today;
import be.zeef.validation.Finding;
import be.zeef.validation.InvalidMessageException;
import be.zeef.validation.Report;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyStore.PrivateKeyEntry;
import java.security.PublicKey;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whose signature counts is decided by whoever the operator named, and by nobody who can only write a folder. */
class TrustedPeopleTest {

    /** A signature tells the real time it was made at, so the certificates are of now. */
    private static final Instant NOW = Instant.now().truncatedTo(ChronoUnit.SECONDS);

    private static final LocalDate FROM = Today.at(NOW).minusDays(15);
    private static final LocalDate UNTIL = Today.at(NOW).plusDays(300);
    private static final String AGREEMENT = "gent-huisvuilzakken";

    @TempDir
    Path folder;

    private final TestPki pki = TestPki.at(NOW);
    private final PrivateKeyEntry signer = TestPki.selfSigned("board", NOW, NOW.plus(Duration.ofDays(700)));
    private final PrivateKeyEntry sender = pki.person("sender");
    private final PrivateKeyEntry recipient = pki.person("recipient", TestPki.rsa());
    private Path edited;
    private Path file;

    @BeforeEach
    void places() throws Exception {
        edited = Files.createDirectories(folder.resolve("home/mappings"));
        file = folder.resolve("trust.p7s");
    }

    private TestTrust good() {
        return good(sender, recipient);
    }

    private TestTrust good(PrivateKeyEntry one, PrivateKeyEntry other) {
        return new TestTrust()
                .holding(FROM, UNTIL)
                .issuer(pki.issuer())
                .person("an.peeters", one)
                .person("jo.maes", other)
                .approved(AGREEMENT, "an.peeters", "jo.maes")
                .released("wingene-geboortepremie", "an.peeters", "jo.maes");
    }

    private TrustedPeople people() {
        return people(fingerprint(signer), NOW, Set.of());
    }

    private TrustedPeople people(String fingerprint, Instant now, Set<PublicKey> gateway) {
        return new TrustedPeople(
                new TrustedPeople.Place(file, fingerprint, edited), () -> gateway, Clock.fixed(now, ZoneOffset.UTC));
    }

    private TrustedPeople at(Instant moment, PrivateKeyEntry named) {
        return people(fingerprint(named), moment, Set.of());
    }

    private static String fingerprint(PrivateKeyEntry entry) {
        return Fingerprint.of(TestPki.certificate(entry)).hex();
    }

    private static List<String> codes(ThrowingCallable call) {
        InvalidMessageException refused = catchThrowableOfType(InvalidMessageException.class, call);
        assertThat(refused).as("nothing was refused").isNotNull();
        assertThat(refused.report().findings()).allSatisfy(finding -> assertThat(finding.text(Locale.ENGLISH))
                .hasSizeGreaterThan(40)
                .doesNotContain("{"));
        return codes(refused.report());
    }

    private static List<String> codes(Report report) {
        return report.findings().stream().map(Finding::code).toList();
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

    @Test
    void shouldRefuse_whenAnOfficerIsNotInIt() {
        good().write(file, signer);

        assertThat(codes(() -> people().approvers("gent-uitpas"))).containsExactly("trusted.agreement-missing");
    }

    @Test
    void shouldRefuse_whenAnOfficersCertificateDoesNotCount() {
        PrivateKeyEntry expired =
                pki.person("x", TestPki.elliptic(), new KeyUsage(KeyUsage.digitalSignature), NOW.minusSeconds(1));
        refusedFor(expired, "trusted.person-expired");

        refusedFor(TestPki.at(NOW.plus(Duration.ofDays(3))).person("x"), "trusted.person-not-yet");
        refusedFor(TestPki.at(NOW.minusSeconds(5)).person("x"), "trusted.issuer");
        refusedFor(TestPki.selfSigned("x", NOW, NOW.plusSeconds(100)), "trusted.issuer");
        refusedFor(pki.person("x", TestPki.elliptic(), null, NOW.plusSeconds(100)), "trusted.key-usage");
        refusedFor(
                pki.person("x", TestPki.elliptic(), new KeyUsage(KeyUsage.keyEncipherment), NOW.plusSeconds(100)),
                "trusted.key-usage");
    }

    private void refusedFor(PrivateKeyEntry officer, String code) {
        good(sender, officer).write(file, signer);
        assertThat(codes(() -> people().approvers(AGREEMENT))).containsExactly(code);
        assertThat(people().releasers("wingene-geboortepremie")).containsOnlyKeys("an.peeters");
        assertThat(codes(people().report())).contains(code);
    }

    @Test
    void shouldRefuse_whenTheIssuerItselfIsOutOfDate() {
        TestPki short1 = TestPki.lasting(NOW, Duration.ofDays(10));
        good(sender, short1.person("x")).issuer(short1.issuer()).write(file, signer);
        Instant later = NOW.plus(Duration.ofDays(11));

        assertThat(people().approvers(AGREEMENT)).hasSize(2);
        assertThat(codes(() -> people(fingerprint(signer), later, Set.of()).approvers(AGREEMENT)))
                .containsExactly("trusted.issuer-expired");
    }

    @Test
    void shouldRefuse_whenTwoAreOne() {
        assertThat(codes(() -> good(sender, sender).write(file, signer))).containsExactly("trusted.same-certificate");

        KeyPair shared = TestPki.elliptic();
        assertThat(codes(() -> good(pki.person("one", shared), pki.person("two", shared))
                        .write(file, signer)))
                .containsExactly("trusted.same-key");

        good().approved(AGREEMENT, "an.peeters", "an.peeters").write(file, signer);
        assertThat(codes(() -> people().approvers(AGREEMENT))).containsExactly("trusted.same-person");
    }

    @Test
    void shouldRefuse_whenTheSignerOrTheGatewayIsOneOfThem() {
        KeyPair key = TestPki.elliptic();
        PrivateKeyEntry board = pki.person("board", key);
        assertThat(codes(() -> good(sender, pki.person("x", key)).write(file, board)))
                .containsExactly("trusted.signer-key");

        good().write(file, signer);
        Set<PublicKey> gateway = Set.of(TestPki.certificate(sender).getPublicKey());
        assertThat(codes(() -> people(fingerprint(signer), NOW, gateway).approvers(AGREEMENT)))
                .containsExactly("trusted.gateway-key");
    }

    @Test
    void shouldRefuse_whenAnybodyIsAnIssuer() {
        assertThat(codes(() -> good().issuer(TestPki.certificate(sender)).write(file, signer)))
                .containsExactly("trusted.issuer-no-authority");
    }

    @ParameterizedTest
    @ValueSource(ints = {731, -1})
    void shouldRefuse_whenItHoldsTooLongOrNever(int days) {
        String text =
                good().holding(FROM, FROM.plusDays(days + (days > 0 ? 1 : 0))).text();

        assertThat(codes(() -> TrustFile.make(file, text.getBytes(), pem -> pem, signer)))
                .containsExactly("trusted.period");
    }

    @ParameterizedTest
    @ValueSource(strings = {"administrators: {}", "people: {}", "serial: 2"})
    void shouldRefuse_whenAKeyIsNotKnownOrStandsTwice(String line) {
        String text = good().text() + line + "\n";

        assertThat(codes(() -> TrustFile.make(file, text.getBytes(), pem -> pem, signer)))
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

    @Test
    void shouldWarn_whenSomethingEndsWithinTwoMonths() {
        good(
                        sender,
                        pki.person(
                                "x",
                                TestPki.elliptic(),
                                new KeyUsage(KeyUsage.digitalSignature),
                                NOW.plus(Duration.ofDays(30))))
                .write(file, signer);

        assertThat(codes(people().report())).containsExactly("trusted.person-expires");
        assertThat(people().report().acceptable()).isTrue();
    }
}
