package be.zeef.cli;

import be.zeef.agreement.Agreement;
import be.zeef.app.Gateway;
import be.zeef.cli.argument.KeyOptions;
import be.zeef.cli.text.Json;
import be.zeef.cli.text.PaymentText;
import be.zeef.cli.text.SyncTable;
import be.zeef.payment.run.PaymentReport;
import be.zeef.plan.Plans;
import be.zeef.run.SyncReport;
import be.zeef.security.PersonKey;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import picocli.CommandLine.Model.CommandSpec;

/** {@code zeef sync} of an agreement that pays: one month, up to a payment file that waits for its release. */
public final class PaymentSync {

    private final CommonOptions common;
    private final CommandSpec spec;

    PaymentSync(CommonOptions common, CommandSpec spec) {
        this.common = common;
        this.spec = spec;
    }

    /** @param key of whoever runs it; without one nobody composed what it composes */
    int run(Agreement agreement, LocalDate on, KeyOptions key) {
        Plans.requireInForce(agreement, on);
        if (!key.isGiven()) {
            return run(agreement, on, Optional.empty());
        }
        try (PersonKey composer = key.open("sign what this run composes")) {
            return run(agreement, on, Optional.of(composer));
        }
    }

    private int run(Agreement agreement, LocalDate on, Optional<PersonKey> composer) {
        PaymentReport report;
        try (Workshop.FarEnds sandbox = Workshop.farEnds(common.settings(Map.of()));
                Gateway gateway = new Gateway(common.settings(sandbox.overrides()), common.clock(), agreement)) {
            report = gateway.payments(agreement).run().run(on, composer);
        }
        print(report);
        return ExitCode.of(report.complete());
    }

    private void print(PaymentReport report) {
        var out = spec.commandLine().getOut();
        if (common.json()) {
            Map<String, Object> json = SyncTable.json(row(report));
            json.put("month", report.month().toString());
            json.put("payments", report.payments());
            json.put("cents", report.cents());
            json.put("otherMeans", report.otherMeans());
            out.println(Json.of(Map.of("syncs", List.of(json))));
        } else {
            SyncTable.print(List.of(row(report)), out);
            PaymentText.summary(report, out);
        }
        out.flush();
    }

    /** A month as a row beside the other agreements'. Rows stand for persons: each is about one child. */
    public static SyncReport row(PaymentReport report) {
        return new SyncReport(
                report.agreement(),
                report.on(),
                report.asked(),
                report.asked(),
                Map.of(),
                report.eligible(),
                report.notEligible(),
                report.undetermined(),
                new TreeMap<>(report.causes()),
                report.granted(),
                Math.max(0, report.eligible() - report.granted()),
                0,
                0,
                report.delivered(),
                report.file(),
                report.receipt(),
                report.refused(),
                report.done(),
                report.complete(),
                report.seconds(),
                report.findings());
    }
}
