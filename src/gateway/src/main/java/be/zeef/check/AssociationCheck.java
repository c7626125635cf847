package be.zeef.check;

import be.zeef.agreement.Agreements;
import be.zeef.claim.AssociationFile;
import be.zeef.settings.Settings;
import be.zeef.subject.Realm;
import be.zeef.validation.Finding;
import be.zeef.validation.Findings;
import be.zeef.validation.InvalidMessageException;
import be.zeef.validation.Location;
import be.zeef.validation.Report;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Whether the register of associations of each agreement with claims is there and without fault. The sandbox makes its own at its first start. */
public final class AssociationCheck {

    private AssociationCheck() {}

    public static List<Report> of(Agreements all, Settings settings) {
        List<Report> reports = new ArrayList<>();
        for (String id : all.ids()) {
            if (hasClaims(all, id)) {
                of(id, settings).ifPresent(reports::add);
            }
        }
        return reports;
    }

    private static Optional<Report> of(String id, Settings settings) {
        Path file = settings.associations().get(id);
        Findings findings = new Findings();
        if (file == null) {
            findings.add(Finding.error("check.associations-settings", Location.WHOLE, id));
            return Optional.of(findings.report(id));
        }
        if (settings.profile() == Realm.SANDBOX && !Files.exists(file)) {
            return Optional.empty();
        }
        try {
            AssociationFile.read(file);
            return Optional.of(findings.report(String.valueOf(file.getFileName())));
        } catch (InvalidMessageException e) {
            return Optional.of(e.report());
        }
    }

    /** An agreement that is refused is told where agreements are checked. */
    private static boolean hasClaims(Agreements all, String id) {
        try {
            return all.load(id).claims().isPresent();
        } catch (InvalidMessageException e) {
            return false;
        }
    }
}
