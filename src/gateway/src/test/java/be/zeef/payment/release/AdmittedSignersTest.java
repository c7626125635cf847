package be.zeef.payment.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.zeef.payment.PaymentRefusedException;
import be.zeef.security.KeyStoreFile;
import be.zeef.security.Keys;
import be.zeef.security.Someone;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whose signature counts, and why another's does not. */
class AdmittedSignersTest {

    private static final Clock NOW = Clock.fixed(Instant.parse("2026-07-01T06:00:00Z"), ZoneOffset.UTC);

    @TempDir
    Path folder;

    private Optional<AdmittedSigners.Fault> faultOf(Someone someone, Someone... others) {
        Releaser releaser = pinned(someone);
        List<Releaser> all = new java.util.ArrayList<>(List.of(releaser));
        List.of(others).forEach(other -> all.add(pinned(other)));
        AdmittedSigners admission = new AdmittedSigners(() -> all, Keys.in(folder), NOW);
        Optional<AdmittedSigners.Fault> fault = admission.fault(releaser);
        if (fault.isEmpty()) {
            assertThat(admission.admitted(someone.certificate())).isEqualTo(releaser);
        } else {
            assertThatThrownBy(() -> admission.admitted(someone.certificate()))
                    .isInstanceOf(PaymentRefusedException.class)
                    .hasMessageContaining(fault.get().text());
        }
        return fault;
    }

    private static Releaser pinned(Someone someone) {
        return new Releaser(someone.name(), someone.certificate());
    }

    @Test
    void countsTheKeysThatPeopleHave() {
        assertThat(faultOf(Someone.AN, Someone.BERT)).isEmpty();
        assertThat(faultOf(Someone.with("an", Someone.curve("secp384r1")))).isEmpty();
        assertThat(faultOf(Someone.with("an", Someone.rsa(2048)))).isEmpty();
        assertThat(faultOf(Someone.named("an").usedFor(KeyUsage.nonRepudiation)))
                .as("the signing certificate of an eID card")
                .isEmpty();
    }

    @Test
    void countsACertificateOnlyWhileItHolds() {
        assertThat(faultOf(Someone.named("an").during("2024-01-01T00:00:00Z", "2026-07-01T05:59:59Z")))
                .contains(AdmittedSigners.Fault.EXPIRED);
        assertThat(faultOf(Someone.named("an").during("2026-07-01T06:00:01Z", "2030-01-01T00:00:00Z")))
                .contains(AdmittedSigners.Fault.NOT_YET);
        assertThat(faultOf(Someone.named("an").during("2026-07-01T06:00:00Z", "2026-07-01T06:00:00Z")))
                .isEmpty();
    }

    @Test
    void countsOnlyWhatIsMadeForSigning() {
        assertThat(faultOf(Someone.named("an").usedFor(KeyUsage.keyEncipherment)))
                .contains(AdmittedSigners.Fault.NO_SIGNING);
        assertThat(faultOf(Someone.named("an").usedFor(0)))
                .as("one that says nothing")
                .contains(AdmittedSigners.Fault.NO_SIGNING);
        assertThat(faultOf(Someone.named("an").asIssuer())).contains(AdmittedSigners.Fault.ISSUER);
    }

    @Test
    void countsNoWeakKey() {
        assertThat(faultOf(Someone.with("an", Someone.rsa(1024)))).contains(AdmittedSigners.Fault.WEAK);
    }

    @Test
    void countsNoKeyOfTwoPeople_andOneOfAPersonWithTwoCertificates() {
        assertThat(faultOf(Someone.AN, Someone.AN.alsoAs("dirk"))).contains(AdmittedSigners.Fault.SHARED);
        assertThat(faultOf(Someone.AN, Someone.AN.alsoAs("an"))).isEmpty();
    }

    @Test
    void countsNoKeyOfTheGatewayItself() throws Exception {
        Someone gateway = Someone.named("zeef-delivery");
        Keys keys = Keys.in(folder);
        KeyStore store = keys.identities();
        store.setKeyEntry(Keys.DELIVERY, gateway.pair().getPrivate(), keys.password(), new X509Certificate[] {
            gateway.certificate()
        });
        KeyStoreFile.store(store, folder.resolve("zeef.p12"), keys.password());
        assertThat(faultOf(gateway.alsoAs("an"))).contains(AdmittedSigners.Fault.GATEWAY);
    }
}
