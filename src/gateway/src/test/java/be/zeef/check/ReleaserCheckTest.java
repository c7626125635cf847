package be.zeef.check;

import static org.assertj.core.api.Assertions.assertThat;

import be.zeef.payment.PaymentRefusedException;
import be.zeef.payment.release.AdmittedSigners;
import be.zeef.payment.release.Releaser;
import be.zeef.payment.release.Releasers;
import be.zeef.security.Keys;
import be.zeef.security.Someone;
import be.zeef.validation.Finding;
import be.zeef.validation.Findings;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code zeef check} says of those who release payments. */
class ReleaserCheckTest {

    private static final Clock NOW = Clock.fixed(Instant.parse("2026-07-01T06:00:00Z"), ZoneOffset.UTC);

    @TempDir
    Path folder;

    private List<String> told(Someone... people) {
        return told(() -> Stream.of(people)
                .map(someone -> new Releaser(someone.name(), someone.certificate()))
                .toList());
    }

    private List<String> told(Releasers releasers) {
        Findings findings = new Findings();
        ReleaserCheck.add(new AdmittedSigners(releasers, Keys.in(folder), NOW), NOW, findings);
        return findings.report("releasers").findings().stream()
                .map(Finding::code)
                .toList();
    }

    private static Someone until(String day) {
        return Someone.named("bert").during("2020-01-01T00:00:00Z", day + "T06:00:00Z");
    }

    @Test
    void findsNothing_whenTwoPeopleCan() {
        assertThat(told(Someone.AN, Someone.BERT)).isEmpty();
    }

    @Test
    void warnsBeforeACertificateExpires_andFindsOneThatHas() {
        assertThat(told(Someone.AN, until("2026-08-31"))).isEmpty();
        assertThat(told(Someone.AN, until("2026-08-29"))).containsExactly("check.releaser-expires");
        assertThat(told(Someone.AN, until("2026-06-30")))
                .containsExactly("check.releaser-expired", "check.releasers-few");
    }

    @Test
    void findsThatTooFewCan() {
        assertThat(told()).containsExactly("check.releasers-few");
        assertThat(told(Someone.AN, Someone.named("an")))
                .as("one person with two cards")
                .containsExactly("check.releasers-few");
    }

    @Test
    void findsEveryCertificateThatCountsForNothing() {
        assertThat(told(Someone.AN, Someone.AN.alsoAs("dirk"), Someone.BERT, Someone.CARLA))
                .containsExactly("check.releaser-shared", "check.releaser-shared");
        assertThat(told(Someone.AN, Someone.BERT, Someone.named("dirk").usedFor(KeyUsage.keyAgreement)))
                .containsExactly("check.releaser-no-signing");
        assertThat(told(Someone.AN, Someone.BERT, Someone.named("dirk").asIssuer()))
                .containsExactly("check.releaser-issuer");
        assertThat(told(
                        Someone.AN,
                        Someone.BERT,
                        Someone.named("dirk").during("2027-01-01T00:00:00Z", "2029-01-01T00:00:00Z")))
                .containsExactly("check.releaser-not-yet");
        assertThat(told(Someone.AN, Someone.BERT, Someone.with("dirk", Someone.rsa(1024))))
                .containsExactly("check.releaser-weak");
        assertThat(told(() -> {
                    throw new PaymentRefusedException("none");
                }))
                .containsExactly("check.releasers-unreadable");
    }
}
