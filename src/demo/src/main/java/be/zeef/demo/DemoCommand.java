package be.zeef.demo;

import be.zeef.agreement.Agreement;
import be.zeef.agreement.Agreement.SubjectKind;
import be.zeef.agreement.Agreements;
import be.zeef.app.Gateway;
import be.zeef.app.SyncOffice;
import be.zeef.cli.CommonOptions;
import be.zeef.cli.ExitCode;
import be.zeef.cli.argument.Typed;
import be.zeef.cli.terminal.Terminal;
import be.zeef.cli.text.Json;
import be.zeef.cli.text.SyncTable;
import be.zeef.cli.text.TerminalProgress;
import be.zeef.run.Progress;
import be.zeef.run.SyncReport;
import be.zeef.sandbox.Sandbox;
import be.zeef.security.PrivateFiles;
import be.zeef.settings.Settings;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code zeef demo}: a fresh sandbox, a fresh database, and every agreement end to end over the real protocols. */
@Command(
        name = "demo",
        description = "Runs every agreement end to end against a fresh sandbox on this machine.",
        mixinStandardHelpOptions = true)
final class DemoCommand implements Callable<Integer> {

    /** The day it is run for: after the July refresh of the buffer. */
    private static final LocalDate ON = LocalDate.of(2026, 7, 16);

    /** Where another day is due: before the summer, in August, and the spring after. */
    private static final Map<String, LocalDate> MOMENTS = Map.of(
            "gent-onderwijs", LocalDate.of(2026, 6, 15),
            "heusden-zolder-kinderopvang", LocalDate.of(2026, 8, 20),
            "gent-uitpas", LocalDate.of(2027, 4, 1),
            "wingene-geboortepremie", LocalDate.of(2026, 7, 1));

    private static final int PUPILS = 50;

    @Mixin
    private CommonOptions common;

    @Option(names = "--households", description = "Size of the synthetic city (default: ${DEFAULT-VALUE}).")
    private int households = 2000;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        Typed.counting(households, "--households");
        Path data = common.settings(Map.of()).data().resolve("demo");
        clear(data);
        Map<String, Object> own = new HashMap<>();
        own.put("data", data.toString());
        own.put("sandbox", FreePorts.with(Map.of("households", households)));
        try (Sandbox sandbox = Sandbox.start(common.settings(own))) {
            Settings settings = common.settings(over(own, sandbox.overrides()));
            Shown shown = run(settings, sandbox.folder());
            print(shown, sandbox.folder());
            // people of the synthetic city are undetermined on purpose: that is shown, and no failure of the demo
            return ExitCode.of(shown.reports().stream().allMatch(SyncReport::done));
        }
    }

    private record Shown(
            List<SyncReport> reports, List<DemoQuestions.Granted> questions, List<DemoClaims.Claimed> claims) {}

    private Shown run(Settings settings, Path sandbox) throws Exception {
        List<SyncReport> reports = new ArrayList<>();
        List<DemoQuestions.Granted> questions = new ArrayList<>();
        List<DemoClaims.Claimed> claims = new ArrayList<>();
        try (Gateway gateway = new Gateway(settings, common.clock());
                TerminalProgress bars = new TerminalProgress(Terminal.OWN)) {
            Progress progress = common.json() ? Progress.NONE : bars;
            for (Agreement agreement : agreements(settings)) {
                LocalDate on = MOMENTS.getOrDefault(agreement.id(), ON);
                if (agreement.recipient().system().equals("uitpas")) {
                    questions.add(DemoQuestions.grant(gateway.desks(), agreement, ON, sandbox));
                }
                if (agreement.claims().isPresent()) {
                    claims.add(DemoClaims.enter(gateway.desks(), agreement, on, sandbox));
                }
                if (agreement.payment().isPresent()) {
                    reports.add(DemoPayments.pay(gateway.payments(agreement), on, sandbox));
                    continue;
                }
                if (agreement.id().equals(DemoDiscounts.AGREEMENT)) {
                    reports.add(DemoDiscounts.ask(gateway.desks(), agreement, on, sandbox));
                    continue;
                }
                SyncOffice syncs = gateway.syncs();
                reports.addAll(syncs.run(
                        syncs.parts(agreement, Optional.of(on), false, population(agreement, sandbox)),
                        false,
                        progress));
            }
        }
        return new Shown(reports, questions, claims);
    }

    private static List<Agreement> agreements(Settings settings) {
        Agreements all = new Agreements(settings.home().resolve("mappings"));
        return all.ids().stream().map(all::load).toList();
    }

    /** Of the pupils only the first: each takes five signed calls, at the pace that MAGDA allows. */
    private static Optional<Path> population(Agreement agreement, Path sandbox) throws IOException {
        if (agreement.subject() != SubjectKind.PUPIL) {
            return Optional.empty();
        }
        Path some = sandbox.resolve("city/pupils-of-the-demo.csv");
        try (Stream<String> lines = Files.lines(sandbox.resolve("city/pupils.csv"))) {
            PrivateFiles.writeLines(some, lines.limit(PUPILS + 1).toList());
        }
        return Optional.of(some);
    }

    /** How many invoicing knows by a file number of the childcare: they have no pupil number, or that one too. */
    private static long inChildcare(Path folder) throws IOException {
        Path table = folder.resolve("education/tariffs.csv");
        if (!Files.exists(table)) {
            return 0;
        }
        try (Stream<String> lines = Files.lines(table)) {
            return lines.filter(line -> line.startsWith("childcareFile/")).count();
        }
    }

    private void print(Shown shown, Path folder) throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        Path inbox = folder.resolve("ivago").resolve("inbox");
        if (common.json()) {
            out.println(Json.of(Map.of(
                    "syncs", shown.reports().stream().map(SyncTable::json).toList(),
                    "questions",
                            shown.questions().stream()
                                    .map(tally -> tally.json())
                                    .toList(),
                    "claims", shown.claims().stream().map(tally -> tally.json()).toList())));
        } else {
            out.println();
            SyncTable.print(shown.reports(), out);
            shown.questions().forEach(tally -> out.println(tally.text()));
            shown.claims().forEach(tally -> out.println(tally.text()));
            out.println("What IVAGO received, decrypted: " + inbox);
            out.println("What invoicing, the enrolment tool and UiTPAS have: "
                    + folder.resolve("education/tariffs.csv") + ", "
                    + folder.resolve("childcare/tariffs.csv") + ", " + folder.resolve("uitpas"));
            out.println("Of the rows of invoicing under a childcare file number: " + inChildcare(folder));
            out.println("What the bank of Wingene and Heusden-Zolder paid: " + folder.resolve("bank"));
            out.println("What it should be, by the synthetic towns' own truth: " + folder.resolve("city/truth.csv")
                    + ", " + folder.resolve("wingene/truth.csv"));
        }
        out.flush();
    }

    private static Map<String, Object> over(Map<String, Object> base, Map<String, Object> top) {
        Map<String, Object> all = new HashMap<>(base);
        all.putAll(top);
        return all;
    }

    private static void clear(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> all = Files.walk(folder)) {
            all.sorted(Comparator.reverseOrder()).forEach(path -> {
                try {
                    Files.delete(path);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
    }
}
