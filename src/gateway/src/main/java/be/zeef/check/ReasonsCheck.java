package be.zeef.check;

import be.zeef.recipient.payment.Reasons;
import be.zeef.validation.Finding;
import be.zeef.validation.Findings;
import be.zeef.validation.Location;
import be.zeef.validation.Report;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/** Whether what a bank's reasons mean can be read: each row with a code that stands once, a meaning that there is, and its source. */
public final class ReasonsCheck {

    private ReasonsCheck() {}

    public static Report of(Path mappings) {
        Findings findings = new Findings();
        try {
            Reasons.in(mappings);
        } catch (Reasons.BrokenException e) {
            findings.add(Finding.error("check.reasons", Location.WHOLE, e.getMessage()));
        } catch (UncheckedIOException e) {
            findings.add(Finding.error(
                    "check.reasons", Location.WHOLE, "it is not there, or no YAML of sources and reasons"));
        }
        return findings.report(Reasons.FILE);
    }
}
