package be.zeef.cli;

import be.zeef.agreement.Agreements;
import be.zeef.app.Recipients;
import be.zeef.check.AgreementCheck;
import be.zeef.check.AssociationCheck;
import be.zeef.check.FileChecks;
import be.zeef.check.KeyCheck;
import be.zeef.check.LedgerCheck;
import be.zeef.check.OcmwCheck;
import be.zeef.check.PermissionCheck;
import be.zeef.check.ProofCheck;
import be.zeef.check.ReasonsCheck;
import be.zeef.check.RecipientCheck;
import be.zeef.check.ReleaserCheck;
import be.zeef.check.RouteCheck;
import be.zeef.check.SenderCheck;
import be.zeef.check.ServiceCheck;
import be.zeef.check.TrustCheck;
import be.zeef.check.VersionCheck;
import be.zeef.cli.text.Json;
import be.zeef.cli.text.ReportText;
import be.zeef.settings.Settings;
import be.zeef.validation.Report;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code zeef check}: lints agreements, rules, schemas, column maps and routes, looks at keys, and lists what is assumed. */
@Command(
        name = "check",
        description = "Checks agreements, rules, schemas, column maps, routes and keys, and lists assumptions.",
        mixinStandardHelpOptions = true)
final class CheckCommand implements Callable<Integer> {

    @Mixin
    private CommonOptions common;

    @Parameters(paramLabel = "AGREEMENT", arity = "0..*", description = "Which agreements (default: all).")
    private List<String> agreements = List.of();

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        Settings settings = common.settings(Map.of());
        Path mappings = settings.home().resolve("mappings");
        Agreements all = new Agreements(mappings);
        List<Report> reports = new ArrayList<>();
        List<String> ids = agreements.isEmpty() ? all.ids() : agreements;
        for (String id : ids) {
            reports.add(AgreementCheck.of(all, mappings, id, settings.profile()));
        }
        reports.add(VersionCheck.of(all, ids));
        reports.add(FileChecks.schemas(mappings));
        reports.add(FileChecks.stylesheets(mappings));
        reports.addAll(FileChecks.yaml(settings.home()));
        reports.addAll(Recipients.in(mappings).reports());
        reports.add(RecipientCheck.of(settings));
        reports.add(ReasonsCheck.of(mappings));
        reports.addAll(ServiceCheck.of(mappings));
        reports.add(RouteCheck.of(settings));
        reports.add(SenderCheck.of(all, settings));
        reports.addAll(AssociationCheck.of(all, settings));
        reports.add(OcmwCheck.of(settings, all));
        reports.add(KeyCheck.of(settings, common.clock()));
        reports.add(ReleaserCheck.of(all, settings, common.clock()));
        reports.add(PermissionCheck.of(settings));
        reports.add(LedgerCheck.of(settings));
        reports.addAll(TrustCheck.of(settings, all, ids, common.clock()));
        reports.addAll(ProofCheck.of(settings, all, ids, common.clock()));
        print(reports);
        return ExitCode.of(reports);
    }

    private void print(List<Report> reports) {
        PrintWriter out = spec.commandLine().getOut();
        if (common.json()) {
            out.println(Json.of(
                    Map.of("reports", reports.stream().<Object>map(Json::of).toList())));
        } else {
            for (Report report : reports) {
                out.println((report.acceptable() ? "good     " : "refused  ") + report.subject());
                ReportText.print(report, out);
            }
        }
        out.flush();
    }
}
