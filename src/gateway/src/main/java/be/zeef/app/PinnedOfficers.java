package be.zeef.app;

import be.zeef.payment.PaymentRefusedException;
import be.zeef.payment.release.Releaser;
import be.zeef.settings.Settings;
import be.zeef.standing.Officers;
import be.zeef.subject.Realm;
import be.zeef.trust.TrustedPeople;
import be.zeef.validation.InvalidMessageException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Who may suspend, resume and revoke an agreement: in production the officers whom the signed trust file names for it, so that nobody
 * pins himself who can only write settings; in the sandbox whom the settings name.
 */
public final class PinnedOfficers {

    private PinnedOfficers() {}

    public static Officers of(Settings settings, TrustedPeople people) {
        return settings.profile() == Realm.PRODUCTION
                ? agreement -> trusted(people, agreement)
                : agreement -> named(settings.trust().officers());
    }

    /** Whose signature counts for abandoning a run of an agreement: its officers', and theirs who may release under it. */
    public static Officers withReleasers(Settings settings, TrustedPeople people) {
        Officers officers = of(settings, people);
        return agreement -> {
            Map<String, X509Certificate> all = new LinkedHashMap<>(officers.of(agreement));
            releasers(settings, people, agreement).forEach(each -> all.putIfAbsent(each.person(), each.certificate()));
            return all;
        };
    }

    private static List<Releaser> releasers(Settings settings, TrustedPeople people, String agreement) {
        try {
            return PinnedReleasers.of(settings, people, agreement).pinned();
        } catch (PaymentRefusedException e) {
            // where that cannot be told, nobody's signature counts as a releaser's
            return List.of();
        }
    }

    /** Where the trust file does not hold nobody's signature counts; {@code zeef check} says why. */
    private static Map<String, X509Certificate> trusted(TrustedPeople people, String agreement) {
        try {
            return people.officers(agreement);
        } catch (InvalidMessageException e) {
            return Map.of();
        }
    }

    private static Map<String, X509Certificate> named(Map<String, Path> files) {
        Map<String, X509Certificate> named = new LinkedHashMap<>();
        files.forEach((name, file) -> read(file).ifPresent(certificate -> named.put(name, certificate)));
        return named;
    }

    /** Who has no certificate there does not count. */
    private static Optional<X509Certificate> read(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return Optional.of(
                    (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(in));
        } catch (IOException | CertificateException e) {
            return Optional.empty();
        }
    }
}
