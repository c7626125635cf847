package be.zeef.check;

import be.zeef.agreement.Agreements;
import be.zeef.app.AgreementAdmission;
import be.zeef.security.Keys;
import be.zeef.settings.Settings;
import be.zeef.subject.Realm;
import be.zeef.validation.Finding;
import be.zeef.validation.Findings;
import be.zeef.validation.InvalidMessageException;
import be.zeef.validation.Location;
import be.zeef.validation.Report;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/** Whether the trust file holds, and in production whether every agreement has the approvals that count. */
public final class TrustCheck {

    private TrustCheck() {}

    public static List<Report> of(Settings settings, Agreements agreements, List<String> ids, Clock clock) {
        boolean production = settings.profile() == Realm.PRODUCTION;
        if (!production && settings.trust().fingerprint().isBlank()) {
            Findings findings = new Findings();
            findings.add(Finding.information("trusted.not-needed", Location.WHOLE));
            return List.of(findings.report("trust"));
        }
        AgreementAdmission admission = new AgreementAdmission(settings, () -> Keys.in(settings.keys()), clock);
        Report trust = admission.people().report();
        List<Report> reports = new ArrayList<>(List.of(trust));
        if (production && holds(admission)) {
            ids.forEach(id -> approvals(admission, agreements, id, reports));
        }
        return reports;
    }

    /** Otherwise every agreement would say again what the file says already. */
    private static boolean holds(AgreementAdmission admission) {
        try {
            admission.people().trust();
            return true;
        } catch (InvalidMessageException e) {
            return false;
        }
    }

    /** An agreement that cannot be read is told where agreements are checked. */
    private static void approvals(
            AgreementAdmission admission, Agreements agreements, String id, List<Report> reports) {
        try {
            Report report = admission.approvals().report(agreements.load(id));
            reports.add(new Report("approvals of " + id, report.findings(), report.counts()));
        } catch (InvalidMessageException e) {
            return;
        }
    }
}
