package be.zeef.trust;

import be.zeef.subject.Today;
import be.zeef.validation.Finding;
import be.zeef.validation.Findings;
import be.zeef.validation.Location;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Whether a trust file as a whole may be used today. Whether a person's certificate holds is another question. */
final class TrustChecks {

    /** Longer than this nobody has looked at who is still in office. */
    private static final int MOST_YEARS = 2;

    /** Days: long enough to have a certificate made and a file signed. */
    private static final int SOON = 60;

    private static final String NAME = "[a-z0-9][a-z0-9.-]{0,39}";

    private final Trust trust;
    private final Findings findings;

    TrustChecks(Trust trust, Findings findings) {
        this.trust = trust;
        this.findings = findings;
    }

    /** What is wrong with it whatever the day. */
    void form() {
        if (trust.serial() < 1) {
            findings.add(Finding.error("trusted.serial", Location.path("/serial")));
        }
        if (trust.until().isBefore(trust.from())
                || trust.until().isAfter(trust.from().plusYears(MOST_YEARS))) {
            findings.add(Finding.error("trusted.period", Location.path("/until"), Integer.toString(MOST_YEARS)));
        }
        names();
        oneKeyEach();
        issuers();
    }

    /** Whether it holds on this day, and its signer with it. */
    void inForce(Clock clock) {
        LocalDate today = Today.by(clock);
        if (today.isBefore(trust.from())) {
            findings.add(Finding.error(
                    "trusted.not-yet", Location.path("/from"), trust.from().toString()));
        }
        if (today.isAfter(trust.until())) {
            findings.add(Finding.error(
                    "trusted.expired", Location.path("/until"), trust.until().toString()));
        }
        if (!PersonChecks.validAt(trust.signer(), clock.instant())) {
            findings.add(Finding.error("trusted.signer-expired", Location.WHOLE));
        }
    }

    /** What will stop to hold soon enough that somebody has to begin renewing it. */
    void soon(Clock clock) {
        LocalDate today = Today.by(clock);
        ending(today, trust.until(), Location.path("/until"), "");
        ending(today, Today.at(trust.signer().getNotAfter().toInstant()), Location.WHOLE, "");
        trust.people()
                .forEach((name, certificate) -> ending(
                        today,
                        Today.at(certificate.getNotAfter().toInstant()),
                        Location.path("/people/" + name),
                        name));
    }

    private void ending(LocalDate today, LocalDate end, Location place, String whose) {
        long days = ChronoUnit.DAYS.between(today, end);
        if (days >= 0 && days < SOON) {
            findings.add(
                    whose.isEmpty()
                            ? Finding.warning("trusted.expires", place, Long.toString(days))
                            : Finding.warning("trusted.person-expires", place, whose, Long.toString(days)));
        }
    }

    private void names() {
        trust.people().keySet().stream()
                .filter(name -> !name.matches(NAME))
                .forEach(name -> findings.add(Finding.error("trusted.name", Location.path("/people/" + name))));
        trust.approvers().forEach((agreement, both) -> {
            named("/agreements/" + agreement + "/sender", both.sender());
            named("/agreements/" + agreement + "/recipient", both.recipient());
        });
        trust.releasers().forEach((agreement, all) -> all.forEach(person -> named("/releasers/" + agreement, person)));
    }

    private void named(String path, String person) {
        if (!trust.people().containsKey(person)) {
            findings.add(Finding.error("trusted.person-unknown", Location.path(path), person));
        }
    }

    /** One key is one person, and whoever says who is trusted is not himself among them. */
    private void oneKeyEach() {
        List<Map.Entry<String, X509Certificate>> all =
                new ArrayList<>(trust.people().entrySet());
        for (int i = 0; i < all.size(); i++) {
            String name = all.get(i).getKey();
            X509Certificate certificate = all.get(i).getValue();
            if (PersonChecks.sameKey(certificate, trust.signer())) {
                findings.add(Finding.error("trusted.signer-key", Location.path("/people/" + name), name));
            }
            for (var earlier : all.subList(0, i)) {
                if (earlier.getValue().equals(certificate)) {
                    findings.add(Finding.error(
                            "trusted.same-certificate", Location.path("/people/" + name), earlier.getKey(), name));
                } else if (PersonChecks.sameKey(earlier.getValue(), certificate)) {
                    findings.add(Finding.error(
                            "trusted.same-key", Location.path("/people/" + name), earlier.getKey(), name));
                }
            }
        }
    }

    private void issuers() {
        for (int i = 0; i < trust.issuers().size(); i++) {
            X509Certificate issuer = trust.issuers().get(i);
            boolean[] usage = issuer.getKeyUsage();
            if (issuer.getBasicConstraints() < 0 || usage != null && !usage[PersonChecks.SIGNS_CERTIFICATES]) {
                findings.add(Finding.error("trusted.issuer-no-authority", Location.path("/issuers/" + i)));
            }
        }
    }
}
