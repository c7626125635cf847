package be.zeef.cli;

import be.zeef.agreement.Agreement;
import be.zeef.agreement.Agreements;
import be.zeef.sandbox.Sandbox;
import be.zeef.settings.Settings;
import be.zeef.sync.Progress;
import be.zeef.sync.SyncReport;
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

    @Mixin
    private CommonOptions common;

    @Option(names = "--households", description = "Size of the synthetic city (default: ${DEFAULT-VALUE}).")
    private int households = 2000;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        Path data = common.settings(Map.of()).data().resolve("demo");
        clear(data);
        Map<String, Object> own = new HashMap<>();
        own.put("data", data.toString());
        own.put(
                "sandbox",
                Map.of(
                        "households", households,
                        "magdaPort", 0,
                        "filesPort", 0,
                        "filesPassivePorts", List.of(),
                        "ocmwPort", 0,
                        "ivagoPort", 0,
                        "groeipakketPort", 0,
                        "bankPort", 0));
        try (Sandbox sandbox = Sandbox.start(common.settings(own))) {
            Settings settings = common.settings(over(own, sandbox.overrides()));
            Shown shown = run(settings, sandbox.folder());
            print(shown, sandbox.folder());
            return shown.reports().stream().allMatch(SyncReport::complete) ? 0 : 1;
        }
    }

    private record Shown(List<SyncReport> reports, List<DemoQuestions.Tally> questions) {}

    private Shown run(Settings settings, Path sandbox) throws Exception {
        Agreements agreements = new Agreements(settings.home().resolve("mappings"));
        List<SyncReport> reports = new ArrayList<>();
        List<DemoQuestions.Tally> questions = new ArrayList<>();
        try (Gateway gateway = new Gateway(settings);
                TerminalProgress bars = new TerminalProgress()) {
            for (String id : agreements.ids()) {
                Agreement agreement = agreements.load(id);
                if (agreement.isAsked()) {
                    questions.add(DemoQuestions.ask(gateway, agreement, ON, sandbox));
                }
                if (!agreement.isSynced()) {
                    continue;
                }
                Path population = settings.populations().get(id).file();
                Progress progress = common.json() ? Progress.NONE : bars;
                reports.add(gateway.sync(agreement, population, ON, false, progress));
            }
        }
        return new Shown(reports, questions);
    }

    private void print(Shown shown, Path folder) {
        PrintWriter out = spec.commandLine().getOut();
        Path inbox = folder.resolve("ivago").resolve("inbox");
        if (common.json()) {
            shown.reports().forEach(report -> out.println(Json.of(SyncTable.json(report))));
            shown.questions().forEach(tally -> out.println(Json.of(tally.json())));
        } else {
            out.println();
            SyncTable.print(shown.reports(), out);
            shown.questions().forEach(tally -> out.println(tally.text()));
            out.println("What IVAGO received, decrypted: " + inbox);
            out.println("What it should be, by the synthetic city's own truth: " + folder.resolve("city/truth.csv"));
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
