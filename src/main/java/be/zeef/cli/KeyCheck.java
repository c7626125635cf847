package be.zeef.cli;

import be.zeef.agreement.Agreements;
import be.zeef.security.KeyException;
import be.zeef.security.Keys;
import be.zeef.security.SigningProfile;
import be.zeef.settings.Settings;
import be.zeef.subject.Today;
import be.zeef.validation.Finding;
import be.zeef.validation.Findings;
import be.zeef.validation.InvalidMessageException;
import be.zeef.validation.Location;
import be.zeef.validation.Report;
import java.nio.file.Files;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Whether every key is there and how long its certificate still holds. */
final class KeyCheck {

    /** Long enough to have a certificate renewed by a partner. */
    private static final Duration SOON = Duration.ofDays(60);

    private KeyCheck() {}

    static Report of(Settings settings) {
        Findings findings = new Findings();
        if (!Files.exists(settings.keys())) {
            findings.add(Finding.information("check.no-keys", Location.WHOLE));
            return findings.report("keys");
        }
        Keys keys = Keys.in(settings.keys());
        for (String alias : new String[] {Keys.MAGDA, Keys.DELIVERY, Keys.RECEIVING, Keys.SFTP}) {
            check(alias, () -> (X509Certificate) keys.identity(alias).getCertificate(), findings);
        }
        Stream.concat(Stream.of("magda"), recipients(settings))
                .forEach(alias -> check(alias, () -> keys.partner(alias), findings));
        if (keys.has(settings.counter().key())) {
            String counter = settings.counter().key();
            check(counter, () -> (X509Certificate) keys.identity(counter).getCertificate(), findings);
            check(Keys.CALLERS, () -> keys.partner(Keys.CALLERS), findings);
        }
        if (keys.knows("uitpas")) {
            check("uitpas", () -> keys.partner("uitpas"), findings);
        }
        if (keys.knows("groeipakket")) {
            check("groeipakket", () -> keys.partner("groeipakket"), findings);
            check(
                    Keys.RECEIVING,
                    () -> (X509Certificate) keys.identity(Keys.RECEIVING).getCertificate(),
                    findings);
        }
        if (keys.has(Keys.KSZ)) {
            check(Keys.KSZ, () -> (X509Certificate) keys.identity(Keys.KSZ).getCertificate(), findings);
            check("ksz", () -> keys.partner("ksz"), findings);
            signer(settings, keys, settings.kszSoap().signing(), findings);
        }
        signer(settings, keys, settings.magda().signing(), findings);
        return findings.report("keys");
    }

    /** Whom files are delivered to under the agreements there are. */
    private static Stream<String> recipients(Settings settings) {
        Agreements all = new Agreements(settings.home().resolve("mappings"));
        return all.ids().stream()
                .flatMap(id -> system(all, id).stream())
                .filter(Recipients.systems()::contains)
                .distinct();
    }

    /** An agreement that is refused is told where agreements are checked. */
    private static Optional<String> system(Agreements all, String id) {
        try {
            return Optional.of(all.load(id).recipient().system());
        } catch (InvalidMessageException e) {
            return Optional.empty();
        }
    }

    /** Whoever is to sign the answers, where the profile wants them signed. */
    private static void signer(Settings settings, Keys keys, String profile, Findings findings) {
        String alias = SigningProfile.named(settings.home(), profile).answers().signer();
        if (!alias.isEmpty()) {
            check(alias, () -> keys.partner(alias), findings);
        }
    }

    private static void check(String alias, Supplier<X509Certificate> certificate, Findings findings) {
        try {
            Instant end = certificate.get().getNotAfter().toInstant();
            Instant now = Today.wallClock().instant();
            long days = Duration.between(now, end).toDays();
            if (end.isBefore(now)) {
                findings.add(Finding.error("check.expired", Location.WHOLE, alias));
            } else if (days < SOON.toDays()) {
                findings.add(Finding.warning("check.expires", Location.WHOLE, alias, Long.toString(days)));
            }
        } catch (KeyException e) {
            findings.add(Finding.error("check.key-missing", Location.WHOLE, alias));
        }
    }
}
