package be.zeef.cli;

import be.zeef.agreement.Agreement;
import be.zeef.agreement.Agreements;
import be.zeef.app.Gateway;
import be.zeef.app.SyncOffice;
import be.zeef.cli.argument.KeyOptions;
import be.zeef.cli.argument.MisuseException;
import be.zeef.cli.argument.Typed;
import be.zeef.cli.text.Count;
import be.zeef.cli.text.Json;
import be.zeef.cli.text.ReportText;
import be.zeef.cli.text.SyncTable;
import be.zeef.cli.text.TerminalProgress;
import be.zeef.plan.Plans;
import be.zeef.run.Progress;
import be.zeef.run.RunFindings;
import be.zeef.run.SyncReport;
import be.zeef.settings.Settings;
import be.zeef.subject.Today;
import be.zeef.sync.Gathering;
import be.zeef.sync.NoGathering;
import be.zeef.validation.Finding;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code zeef sync}: one run of an agreement over its population. */
@Command(name = "sync", description = "Runs one sync of an agreement.", mixinStandardHelpOptions = true)
final class SyncCommand implements Callable<Integer> {

    @Mixin
    private CommonOptions common;

    @Parameters(paramLabel = "AGREEMENT", description = "The agreement's id; or a benefit of it, as ID/BENEFIT.")
    private String agreement;

    @Option(
            names = "--on",
            paramLabel = "DATE",
            description =
                    "The day it is run for (default: today; with --resume the unfinished run's own day, and no other).")
    private Optional<LocalDate> on = Optional.empty();

    @Option(
            names = "--population",
            paramLabel = "FILE",
            description = "The population extract (default: from the settings).")
    private Optional<Path> population = Optional.empty();

    @Option(names = "--resume", description = "Go on with an unfinished run; without one, begin a new one.")
    private boolean resume;

    @Option(names = "--dry-run", description = "Read and check everything, ask and send nothing.")
    private boolean dryRun;

    @Option(
            names = "--deliver-only",
            description =
                    "Ask about nobody; hand over what stands granted and in no delivery, such as additions by clerks.")
    private boolean deliverOnly;

    /** Only for an agreement that pays: who signs a run cannot be one of the two who release what it composed, unless that says so. */
    @Mixin
    private KeyOptions key;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        population.ifPresent(named -> Typed.readable(named, "--population"));
        Settings settings = common.settings(Map.of());
        Agreement loaded = new Agreements(settings.home().resolve("mappings")).load(agreement);
        if (loaded.payment().isPresent()) {
            if (dryRun || deliverOnly || population.isPresent()) {
                throw new MisuseException(agreement
                        + " has no population, no dry run and no delivery apart: it pays whom its source names,"
                        + " and its payment file waits for two people. Run it, then: zeef payment show");
            }
            return new PaymentSync(common, spec).run(loaded, asked(), key);
        }
        if (key.isGiven()) {
            throw new MisuseException(
                    agreement + " pays nobody, so its runs are not signed. Leave out --key and --token.");
        }
        if (!resume) {
            Plans.of(loaded, asked());
        }
        try (Workshop.FarEnds sandbox = Workshop.farEnds(settings);
                Gateway gateway = new Gateway(common.settings(sandbox.overrides()), common.clock(), loaded)) {
            SyncOffice syncs = gateway.syncs();
            List<SyncOffice.Part> parts = syncs.parts(loaded, on, resume, population);
            if (dryRun) {
                return tell(parts.get(0).gathering().read());
            }
            return run(
                    syncs,
                    deliverOnly
                            ? parts.stream()
                                    .map(part -> part.with(new NoGathering()))
                                    .toList()
                            : parts);
        }
    }

    private LocalDate asked() {
        return on.orElseGet(() -> Today.by(common.clock()));
    }

    private int run(SyncOffice syncs, List<SyncOffice.Part> parts) throws IOException {
        List<SyncReport> reports;
        try (TerminalProgress bars = new TerminalProgress(common.terminal())) {
            reports = syncs.run(parts, resume, common.json() ? Progress.NONE : bars);
        }
        if (common.json()) {
            spec.commandLine()
                    .getOut()
                    .println(Json.of(Map.of(
                            "syncs", reports.stream().map(SyncTable::json).toList())));
        } else {
            SyncTable.print(reports, spec.commandLine().getOut());
        }
        return ExitCode.of(reports.stream().allMatch(SyncReport::complete));
    }

    private int tell(Gathering.Read read) {
        PrintWriter out = spec.commandLine().getOut();
        Optional<Finding> notAsked = RunFindings.notAsked(read.refusedLines(), agreement);
        if (common.json()) {
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("agreement", agreement);
            json.put("persons", read.persons());
            json.put("populationRowsRefused", read.refusedLines());
            json.put(
                    "findings",
                    Json.findings(Stream.concat(notAsked.stream(), read.report().findings().stream())
                            .toList()));
            out.println(Json.of(json));
        } else {
            notAsked.ifPresent(finding -> out.println(ReportText.line(agreement, finding)));
            ReportText.print(read.report(), out);
            out.println(agreement + ": " + Count.of(read.persons(), "person", "people") + ", "
                    + Count.of(read.refusedLines(), "line", "lines")
                    + " refused. Nothing was asked and nothing was sent.");
        }
        out.flush();
        return notAsked.isEmpty() ? 0 : 1;
    }
}
