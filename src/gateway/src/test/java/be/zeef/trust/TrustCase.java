package be.zeef.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import be.zeef.security.Fingerprint;
import be.zeef.subject.Today;
import be.zeef.validation.Finding;
import be.zeef.validation.InvalidMessageException;
import be.zeef.validation.Report;
import java.nio.file.Files;
import java.nio.file.Path;
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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A trust file that two people stand in, signed by a board, and whoever reads it. */
abstract class TrustCase {

    /** A signature tells the real time it was made at, so the certificates are of now. */
    static final Instant NOW = Instant.now().truncatedTo(ChronoUnit.SECONDS);

    static final LocalDate FROM = Today.at(NOW).minusDays(15);
    static final LocalDate UNTIL = Today.at(NOW).plusDays(300);
    static final String AGREEMENT = "gent-huisvuilzakken";

    @TempDir
    Path folder;

    final TestPki pki = TestPki.at(NOW);
    final PrivateKeyEntry signer = TestPki.selfSigned("board", NOW, NOW.plus(Duration.ofDays(700)));
    final PrivateKeyEntry sender = pki.person("sender");
    final PrivateKeyEntry recipient = pki.person("recipient", TestPki.rsa());

    Path edited;
    Path file;

    @BeforeEach
    void places() throws Exception {
        edited = Files.createDirectories(folder.resolve("home/mappings"));
        file = folder.resolve("trust.p7s");
    }

    TestTrust good() {
        return good(sender, recipient);
    }

    TestTrust good(PrivateKeyEntry one, PrivateKeyEntry other) {
        return new TestTrust()
                .holding(FROM, UNTIL)
                .issuer(pki.issuer())
                .person("an.peeters", one)
                .person("jo.maes", other)
                .approved(AGREEMENT, "an.peeters", "jo.maes")
                .released("wingene-geboortepremie", "an.peeters", "jo.maes");
    }

    TrustedPeople people() {
        return people(fingerprint(signer), NOW, Set.of());
    }

    TrustedPeople people(String fingerprint, Instant now, Set<PublicKey> gateway) {
        return new TrustedPeople(
                new TrustedPeople.Place(file, fingerprint, edited), () -> gateway, Clock.fixed(now, ZoneOffset.UTC));
    }

    static String fingerprint(PrivateKeyEntry entry) {
        return Fingerprint.of(TestPki.certificate(entry)).hex();
    }

    static List<String> codes(ThrowingCallable call) {
        InvalidMessageException refused = catchThrowableOfType(InvalidMessageException.class, call);
        assertThat(refused).as("nothing was refused").isNotNull();
        assertThat(refused.report().findings()).allSatisfy(finding -> assertThat(finding.text(Locale.ENGLISH))
                .hasSizeGreaterThan(40)
                .doesNotContain("{"));
        return codes(refused.report());
    }

    static List<String> codes(Report report) {
        return report.findings().stream().map(Finding::code).toList();
    }
}
