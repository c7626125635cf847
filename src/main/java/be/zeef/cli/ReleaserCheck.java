package be.zeef.cli;

import be.zeef.payment.Admission;
import be.zeef.payment.PaymentRefusedException;
import be.zeef.payment.Releaser;
import be.zeef.validation.Finding;
import be.zeef.validation.Findings;
import be.zeef.validation.Location;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Whether those who release payments can: two people at least, each with a certificate that counts, and counts for a while yet. */
final class ReleaserCheck {

    private ReleaserCheck() {}

    /** @param soon how long before its end a certificate is told of */
    static void add(Admission admission, Clock clock, Duration soon, Findings findings) {
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
                        () -> end(each, clock.instant(), soon, findings)));
        long people = pinned.stream()
                .filter(each -> admission.fault(each).isEmpty())
                .map(Releaser::person)
                .distinct()
                .count();
        if (people < 2) {
            findings.add(Finding.error("check.releasers-few", Location.WHOLE, Long.toString(people)));
        }
    }

    private static void end(Releaser releaser, Instant now, Duration soon, Findings findings) {
        long days = Duration.between(now, releaser.certificate().getNotAfter().toInstant())
                .toDays();
        if (days < soon.toDays()) {
            findings.add(
                    Finding.warning("check.releaser-expires", Location.WHOLE, releaser.person(), Long.toString(days)));
        }
    }

    private static String code(Admission.Fault fault) {
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
