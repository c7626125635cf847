package be.zeef.check;

import be.zeef.agreement.Agreements;
import be.zeef.app.AgreementAdmission;
import be.zeef.app.PinnedReleasers;
import be.zeef.payment.PaymentRefusedException;
import be.zeef.payment.release.AdmittedSigners;
import be.zeef.payment.release.Releaser;
import be.zeef.security.Keys;
import be.zeef.settings.Settings;
import be.zeef.trust.TrustedPeople;
import be.zeef.validation.Finding;
import be.zeef.validation.Findings;
import be.zeef.validation.InvalidMessageException;
import be.zeef.validation.Location;
import be.zeef.validation.Report;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Whether those who release payments can: two people at least, each with a certificate that counts, and counts for a while yet. */
public final class ReleaserCheck {

    /** Long enough to have a card or a certificate renewed. */
    private static final Duration SOON = Duration.ofDays(60);

    private ReleaserCheck() {}

    /** A report of its own, not one of the gateway's keys: the counter goes on when finance' certificates expire. */
    public static Report of(Agreements all, Settings settings, Clock clock) {
        Findings findings = new Findings();
        if (Files.exists(settings.keys())) {
            Keys keys = Keys.in(settings.keys());
            TrustedPeople people = AgreementAdmission.people(settings, () -> keys, clock);
            all.ids().stream()
                    .filter(id -> pays(all, id))
                    .map(id -> PinnedReleasers.of(settings, people, id))
                    .forEach(releasers -> add(new AdmittedSigners(releasers, keys, clock), clock, findings));
        }
        return findings.report("releasers");
    }

    /** An agreement that is refused is told where agreements are checked. */
    private static boolean pays(Agreements all, String id) {
        try {
            return all.load(id).payment().isPresent();
        } catch (InvalidMessageException e) {
            return false;
        }
    }

    static void add(AdmittedSigners admission, Clock clock, Findings findings) {
        List<Releaser> pinned;
        try {
            pinned = admission.pinned();
        } catch (PaymentRefusedException e) {
            findings.add(Finding.error("check.releasers-unreadable", Location.WHOLE));
            return;
        }
        pinned.forEach(each -> admission
                .fault(each)
                .ifPresentOrElse(
                        fault -> findings.add(Finding.error(code(fault), Location.WHOLE, each.person())),
                        () -> end(each, clock.instant(), findings)));
        long people = pinned.stream()
                .filter(each -> admission.fault(each).isEmpty())
                .map(Releaser::person)
                .distinct()
                .count();
        if (people < 2) {
            findings.add(Finding.error("check.releasers-few", Location.WHOLE, Long.toString(people)));
        }
    }

    private static void end(Releaser releaser, Instant now, Findings findings) {
        long days = Duration.between(now, releaser.certificate().getNotAfter().toInstant())
                .toDays();
        if (days < SOON.toDays()) {
            findings.add(
                    Finding.warning("check.releaser-expires", Location.WHOLE, releaser.person(), Long.toString(days)));
        }
    }

    private static String code(AdmittedSigners.Fault fault) {
        return switch (fault) {
            case NOT_YET -> "check.releaser-not-yet";
            case EXPIRED -> "check.releaser-expired";
            case ISSUER -> "check.releaser-issuer";
            case NO_SIGNING -> "check.releaser-no-signing";
            case WEAK -> "check.releaser-weak";
            case SHARED -> "check.releaser-shared";
            case GATEWAY -> "check.releaser-gateway";
        };
    }
}
