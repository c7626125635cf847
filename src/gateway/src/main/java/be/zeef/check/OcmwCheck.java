package be.zeef.check;

import be.zeef.agreement.Agreements;
import be.zeef.settings.Settings;
import be.zeef.settings.SettingsException;
import be.zeef.source.ocmw.JdbcOcmwRegister;
import be.zeef.validation.Finding;
import be.zeef.validation.Findings;
import be.zeef.validation.InvalidMessageException;
import be.zeef.validation.Location;
import be.zeef.validation.Report;

/** Whether there is a driver for the welfare database, where an agreement asks it. The database itself is not called. */
public final class OcmwCheck {

    private OcmwCheck() {}

    public static Report of(Settings settings, Agreements agreements) {
        Findings findings = new Findings();
        if (agreements.ids().stream().anyMatch(id -> asks(agreements, id))) {
            try (JdbcOcmwRegister register = new JdbcOcmwRegister(settings.ocmw(), settings.profile())) {
                register.requireDriver();
            } catch (SettingsException e) {
                findings.add(Finding.error(
                        "check.ocmw-driver",
                        Location.path("ocmw.url"),
                        settings.ocmw().drivers().toString()));
            }
        }
        return findings.report("ocmw");
    }

    /** An agreement that cannot be read is told where agreements are checked. */
    private static boolean asks(Agreements agreements, String id) {
        try {
            return !agreements.load(id).measures().isEmpty();
        } catch (InvalidMessageException e) {
            return false;
        }
    }
}
