package be.zeef.check;

import be.zeef.agreement.Agreements;
import be.zeef.app.Recipients;
import be.zeef.security.KeyException;
import be.zeef.security.Keys;
import be.zeef.security.signing.SigningProfile;
import be.zeef.settings.Settings;
import be.zeef.validation.Finding;
import be.zeef.validation.Findings;
import be.zeef.validation.InvalidMessageException;
import be.zeef.validation.Location;
import be.zeef.validation.Report;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Whether every key is there and how long its certificate still holds. */
public final class KeyCheck {

    /** Long enough to have a certificate renewed by a partner. */
    private static final Duration SOON = Duration.ofDays(60);

    private final Settings settings;
    private final Keys keys;
    private final Clock clock;
    private final Findings findings = new Findings();

    private KeyCheck(Settings settings, Clock clock) {
        this.settings = settings;
        this.keys = Keys.in(settings.keys());
        this.clock = clock;
    }

    public static Report of(Settings settings, Clock clock) {
        if (Files.exists(settings.keys())) {
            return new KeyCheck(settings, clock).report();
        }
        Findings findings = new Findings();
        findings.add(Finding.information("check.no-keys", Location.WHOLE));
        return findings.report("keys");
    }

    private Report report() {
        for (String alias : new String[] {Keys.MAGDA, Keys.DELIVERY, Keys.RECEIVING, Keys.SFTP}) {
            check(alias, () -> (X509Certificate) keys.identity(alias).getCertificate());
        }
        Stream.concat(Stream.of("magda"), recipients()).forEach(alias -> check(alias, () -> keys.partner(alias)));
        if (keys.has(settings.counter().key())) {
            String counter = settings.counter().key();
            check(counter, () -> (X509Certificate) keys.identity(counter).getCertificate());
            check(Keys.CALLERS, () -> keys.partner(Keys.CALLERS));
        }
        if (keys.knows("uitpas")) {
            check("uitpas", () -> keys.partner("uitpas"));
        }
        if (keys.knows("groeipakket")) {
            check("groeipakket", () -> keys.partner("groeipakket"));
            check(Keys.RECEIVING, () ->
                    (X509Certificate) keys.identity(Keys.RECEIVING).getCertificate());
        }
        if (keys.has(Keys.KSZ)) {
            check(Keys.KSZ, () -> (X509Certificate) keys.identity(Keys.KSZ).getCertificate());
            check("ksz", () -> keys.partner("ksz"));
            signer(settings.kszSoap().signing());
        }
        signer(settings.magda().signing());
        return findings.report("keys");
    }

    /** Whom files are delivered to under the agreements there are. */
    private Stream<String> recipients() {
        Path mappings = settings.home().resolve("mappings");
        Agreements all = new Agreements(mappings);
        return all.ids().stream()
                .flatMap(id -> systems(all, id))
                .filter(Recipients.in(mappings).systems()::contains)
                .distinct();
    }

    /** An agreement that is refused is told where agreements are checked. */
    private static Stream<String> systems(Agreements all, String id) {
        try {
            return all.load(id).benefits().stream()
                    .map(benefit -> benefit.recipient().system());
        } catch (InvalidMessageException e) {
            return Stream.empty();
        }
    }

    /** Whoever is to sign the answers, where the profile wants them signed. */
    private void signer(String profile) {
        String alias = SigningProfile.named(settings.home(), profile).answers().signer();
        if (!alias.isEmpty()) {
            check(alias, () -> keys.partner(alias));
        }
    }

    private void check(String alias, Supplier<X509Certificate> certificate) {
        try {
            Instant end = certificate.get().getNotAfter().toInstant();
            Instant now = clock.instant();
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
