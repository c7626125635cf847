package be.zeef.trust;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.KeyPair;
import java.security.KeyStore.PrivateKeyEntry;
import java.security.PublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.junit.jupiter.api.Test;

/** Whose certificate counts in a trust file that holds: of people with a key of their own, from an issuer that it names. */
class TrustedOfficersTest extends TrustCase {

    private TrustedPeople at(Instant moment, PrivateKeyEntry named) {
        return people(fingerprint(named), moment, Set.of());
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
        assertThat(people().officers(AGREEMENT))
                .as("the other one may stop it all the same")
                .containsOnlyKeys("an.peeters");
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
