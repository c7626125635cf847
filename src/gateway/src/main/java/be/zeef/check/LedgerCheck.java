package be.zeef.check;

import be.zeef.settings.LedgerSettings;
import be.zeef.settings.Settings;
import be.zeef.subject.Realm;
import be.zeef.validation.Finding;
import be.zeef.validation.Findings;
import be.zeef.validation.Location;
import be.zeef.validation.Report;
import java.nio.file.Path;
import java.util.Optional;

/** Whether the ledger's checkpoints are kept where whoever edits the database does not reach them. The sandbox need not. */
public final class LedgerCheck {

    private LedgerCheck() {}

    public static Report of(Settings settings) {
        Findings findings = new Findings();
        LedgerSettings ledger = settings.ledger();
        ledger.partner()
                .filter(name -> !settings.partners().containsKey(name))
                .ifPresent(name -> findings.add(Finding.error("ledger.second-partner", Location.WHOLE, name)));
        if (settings.profile() == Realm.PRODUCTION && ledger.partner().isEmpty()) {
            Optional<Path> place = ledger.folder();
            if (place.isEmpty()) {
                findings.add(Finding.warning("ledger.second-none", Location.WHOLE));
            } else if (absolute(place.get()).startsWith(absolute(settings.data()))) {
                findings.add(Finding.warning("ledger.second-within", Location.WHOLE));
            }
        }
        return findings.report("ledger");
    }

    private static Path absolute(Path path) {
        return path.toAbsolutePath().normalize();
    }
}
