package be.zeef.cli;

import be.zeef.security.KeyException;
import be.zeef.security.Keys;
import be.zeef.settings.Settings;
import be.zeef.validation.Finding;
import be.zeef.validation.Findings;
import be.zeef.validation.Location;
import be.zeef.validation.Report;
import java.nio.file.Files;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;

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
        for (String alias : new String[] {"magda", "ivago", "groeipakket"}) {
            check(alias, () -> keys.partner(alias), findings);
        }
        return findings.report("keys");
    }

    private static void check(String alias, Supplier<X509Certificate> certificate, Findings findings) {
        try {
            Instant end = certificate.get().getNotAfter().toInstant();
            long days = Duration.between(Instant.now(), end).toDays();
            if (end.isBefore(Instant.now())) {
                findings.add(Finding.error("check.expired", Location.WHOLE, alias));
            } else if (days < SOON.toDays()) {
                findings.add(Finding.warning("check.expires", Location.WHOLE, alias, Long.toString(days)));
            }
        } catch (KeyException e) {
            findings.add(Finding.error("check.key-missing", Location.WHOLE, alias));
        }
    }
}
