package be.zeef.check;

import be.zeef.agreement.Agreement;
import be.zeef.agreement.Agreements;
import be.zeef.agreement.Manifest;
import be.zeef.validation.Finding;
import be.zeef.validation.Findings;
import be.zeef.validation.InvalidMessageException;
import be.zeef.validation.Location;
import be.zeef.validation.Report;
import java.util.List;

/** Which version each agreement is of now, and of how many files that is made. */
public final class VersionCheck {

    private VersionCheck() {}

    public static Report of(Agreements all, List<String> ids) {
        Findings findings = new Findings();
        for (String id : ids) {
            try {
                Agreement agreement = all.load(id);
                Manifest manifest = all.manifest(agreement);
                findings.add(Finding.information(
                        "check.version",
                        Location.WHOLE,
                        id,
                        manifest.version(),
                        Integer.toString(manifest.files().size())));
            } catch (InvalidMessageException e) {
                // an agreement that is refused is told where agreements are checked
                continue;
            }
        }
        return findings.report("versions");
    }
}
