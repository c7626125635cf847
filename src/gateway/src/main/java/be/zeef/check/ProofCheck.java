package be.zeef.check;

import be.zeef.agreement.Agreement;
import be.zeef.agreement.Agreements;
import be.zeef.app.Proofs;
import be.zeef.proof.SignedProofs;
import be.zeef.security.Keys;
import be.zeef.settings.Settings;
import be.zeef.subject.Realm;
import be.zeef.validation.Finding;
import be.zeef.validation.Findings;
import be.zeef.validation.InvalidMessageException;
import be.zeef.validation.Report;
import be.zeef.validation.Severity;
import java.nio.file.Files;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/**
 * Whether each agreement is proved in the version that it is of now. Production runs no other; the sandbox needs no proof, and only
 * warns where one is there that does not count any more.
 */
public final class ProofCheck {

    private ProofCheck() {}

    public static List<Report> of(Settings settings, Agreements agreements, List<String> ids, Clock clock) {
        boolean production = settings.profile() == Realm.PRODUCTION;
        if (!production && !Files.isDirectory(Proofs.folder(settings))) {
            return List.of();
        }
        SignedProofs kept = Proofs.kept(settings, Keys.in(settings.keys()), clock);
        List<Report> reports = new ArrayList<>();
        for (String id : ids) {
            try {
                Agreement agreement = agreements.load(id);
                if (production || Files.exists(kept.file(agreement.id()))) {
                    reports.add(report(kept.report(agreement), production));
                }
            } catch (InvalidMessageException e) {
                // an agreement that cannot be read is told where agreements are checked
                continue;
            }
        }
        return reports;
    }

    private static Report report(Report told, boolean production) {
        Findings findings = new Findings();
        told.findings().stream()
                .map(each -> production || !each.severity().refuses() ? each : warning(each))
                .forEach(findings::add);
        return findings.report("proof of " + told.subject());
    }

    private static Finding warning(Finding finding) {
        return new Finding(Severity.WARNING, finding.code(), finding.location(), finding.arguments());
    }
}
