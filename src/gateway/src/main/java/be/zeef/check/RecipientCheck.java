package be.zeef.check;

import be.zeef.app.Recipients;
import be.zeef.check.route.Mailboxes;
import be.zeef.settings.Settings;
import be.zeef.validation.Finding;
import be.zeef.validation.Findings;
import be.zeef.validation.Location;
import be.zeef.validation.Report;

/**
 * Whether each recipient that files are delivered to can be reached: it stands in the settings, and routes go there and back. And
 * whether it has a series of its own, for by that it answers for its own deliveries only.
 */
public final class RecipientCheck {

    private RecipientCheck() {}

    public static Report of(Settings settings) {
        Mailboxes routes = Mailboxes.in(settings.home().resolve("routes"));
        Findings findings = new Findings();
        Recipients recipients = Recipients.in(settings.home().resolve("mappings"));
        recipients.bySeries().forEach((series, systems) -> {
            if (systems.size() > 1) {
                findings.add(
                        Finding.error("check.recipient-series", Location.WHOLE, series, String.join(", ", systems)));
            }
        });
        for (String system : recipients.systems()) {
            if (!settings.partners().containsKey(system)) {
                findings.add(Finding.error("check.recipient-settings", Location.WHOLE, system));
            }
            if (!routes.written().contains(system)) {
                findings.add(Finding.error("check.recipient-route", Location.WHOLE, system, system + "-put"));
            }
            if (!routes.watched().contains(system)) {
                findings.add(Finding.error("check.recipient-route", Location.WHOLE, system, system + "-watch"));
            }
        }
        return findings.report("mappings/recipients");
    }
}
