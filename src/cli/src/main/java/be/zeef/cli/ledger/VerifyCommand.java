package be.zeef.cli.ledger;

import be.zeef.abandonment.AbandonmentEvidence;
import be.zeef.app.LedgerSeals;
import be.zeef.app.stamp.LedgerStamps;
import be.zeef.cli.CommonOptions;
import be.zeef.cli.ExitCode;
import be.zeef.cli.text.Count;
import be.zeef.cli.text.Json;
import be.zeef.cli.text.ReportText;
import be.zeef.ledger.LedgerVerifier;
import be.zeef.ledger.OpenIntent;
import be.zeef.ledger.row.RowEvidence;
import be.zeef.payment.closing.ClosingEvidence;
import be.zeef.payment.release.ReleaseEvidence;
import be.zeef.settings.Settings;
import be.zeef.standing.ActEvidence;
import be.zeef.storage.Storage;
import be.zeef.sync.DecisionEvidence;
import be.zeef.validation.Finding;
import be.zeef.validation.Findings;
import be.zeef.validation.Location;
import be.zeef.validation.Report;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/**
 * {@code zeef ledger verify}: recomputes the chain and the tree, holds them against every checkpoint, and what they say against decisions,
 * who was asked about, and releases.
 */
@Command(
        name = "verify",
        description =
                "Recomputes every hash of the ledger and of what it vouches for, and holds it against its checkpoints.",
        mixinStandardHelpOptions = true)
final class VerifyCommand implements Callable<Integer> {

    @Mixin
    private CommonOptions common;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        Settings settings = common.settings(Map.of());
        try (Storage storage = Storage.open(settings.database(), common.clock())) {
            LedgerVerifier.Verdict verdict = new LedgerVerifier(storage.jdbi(), LedgerSeals.sources(settings)).verify();
            List<Finding> stamps = storage.jdbi().withHandle(LedgerStamps.evidence(settings)::of);
            List<String> evidence = verdict.broken().isEmpty() ? evidence(storage.jdbi()) : List.of();
            print(verdict, stamps, evidence);
            return ExitCode.of(verdict.holds() && stamps.isEmpty() && evidence.isEmpty());
        }
    }

    private static List<String> evidence(Jdbi jdbi) {
        return Stream.of(
                        new DecisionEvidence(jdbi).breaks(),
                        new ReleaseEvidence(jdbi).breaks(),
                        new ClosingEvidence(jdbi).breaks(),
                        new RowEvidence(jdbi).breaks(),
                        new ActEvidence(jdbi).breaks(),
                        new AbandonmentEvidence(jdbi).breaks())
                .flatMap(List::stream)
                .toList();
    }

    private void print(LedgerVerifier.Verdict verdict, List<Finding> stamps, List<String> evidence) {
        var out = spec.commandLine().getOut();
        Report report = report(verdict, stamps);
        if (common.json()) {
            out.println(Json.of(json(verdict, evidence, report)));
        } else if (verdict.broken().isPresent()) {
            LedgerVerifier.Break broken = verdict.broken().get();
            out.println("The ledger does not hold from entry " + broken.entry() + " on (" + broken.reason() + ").");
            ReportText.print(report, out);
        } else {
            out.println("The ledger holds: " + Count.of(verdict.entries(), "entry", "entries") + ", " + verdict.sealed()
                    + " of them sealed, head " + verdict.head());
            ReportText.print(report, out);
            evidence.forEach(each -> out.println("But " + each));
            verdict.open()
                    .forEach(each -> out.println("Without an outcome: entry " + each.entry() + ", a "
                            + each.deed().name() + " of " + each.agreement() + " begun " + each.at()
                            + ". It is under way, or its process died: then the next start says NOT_KNOWN of it."));
        }
        out.flush();
    }

    private static Map<String, Object> json(LedgerVerifier.Verdict verdict, List<String> evidence, Report report) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("holds", verdict.holds() && report.acceptable() && evidence.isEmpty());
        json.put("entries", verdict.entries());
        json.put("sealed", verdict.sealed());
        json.put("head", verdict.head());
        json.put("findings", Json.findings(report.findings()));
        json.put("breaks", evidence);
        json.put(
                "withoutOutcome", verdict.open().stream().map(OpenIntent::entry).toList());
        return json;
    }

    private static Report report(LedgerVerifier.Verdict verdict, List<Finding> stamps) {
        Findings findings = new Findings();
        verdict.broken().ifPresent(broken -> findings.add(finding(broken)));
        verdict.seals().forEach(findings::add);
        stamps.forEach(findings::add);
        return findings.report("ledger");
    }

    private static Finding finding(LedgerVerifier.Break broken) {
        String code =
                "ledger." + broken.reason().name().toLowerCase(Locale.ROOT).replace('_', '-');
        return Finding.error(code, Location.WHOLE, String.valueOf(broken.entry()), String.valueOf(broken.last()));
    }
}
