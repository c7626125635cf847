package be.zeef.demo;

import be.zeef.app.Gateway;
import be.zeef.check.KeyCheck;
import be.zeef.cli.CommonOptions;
import be.zeef.cli.Overrides;
import be.zeef.cli.argument.Typed;
import be.zeef.cli.text.Json;
import be.zeef.counter.Counter;
import be.zeef.sandbox.Sandbox;
import be.zeef.settings.Settings;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * {@code zeef bench counter}: many callers at once over the real HTTPS API, to sources that take a fixed time. What we add is
 * what a caller waited less what the slowest source took by its own clock; callers, gateway and sandbox share this machine, so
 * the callers' and the sandbox' own work that the source's clock does not see counts against us.
 */
@Command(
        name = "counter",
        description = "Many callers at once, over HTTPS, to sources that take a fixed time.",
        mixinStandardHelpOptions = true)
final class CounterBench implements Callable<Integer> {

    @Mixin
    private CommonOptions common;

    @Option(names = "--callers", description = "How many ask at the same time (default: ${DEFAULT-VALUE}).")
    private int callers = 50;

    @Option(names = "--questions", description = "How many questions are measured (default: ${DEFAULT-VALUE}).")
    private int questions = 1000;

    @Option(names = "--delay", description = "What each source takes (default: ${DEFAULT-VALUE}).")
    private Duration delay = Duration.ofMillis(200);

    @Option(
            names = "--pause",
            description = "What a caller waits on average before its next question (default: ${DEFAULT-VALUE}).")
    private Duration pause = Duration.ofSeconds(2);

    @Option(names = "--longest", description = "When to stop asking (default: ${DEFAULT-VALUE}).")
    private Duration longest = Duration.ofMinutes(2);

    @Option(names = "--steps", description = "The setting counter.answerSteps (default: ${DEFAULT-VALUE}).")
    private Duration steps = Duration.ZERO;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        Typed.counting(callers, "--callers");
        Typed.counting(questions, "--questions");
        Map<String, Object> own = own(common.settings(Map.of()).data().resolve("bench"));
        try (Sandbox sandbox = Sandbox.start(common.settings(own))) {
            Map<String, Object> reached = Overrides.over(own, sandbox.overrides());
            Settings settings = common.settings(reached);
            try (Gateway gateway = new Gateway(settings, common.clock());
                    Counter counter = gateway.counter(KeyCheck::of)) {
                CounterLoad load = new CounterLoad(sandbox, settings, counter.url());
                load.run(Math.min(8, callers), questions, Duration.ZERO, longest);
                sandbox.soap().delay("", delay);
                long began = System.nanoTime();
                Duration cpu = cpu();
                List<CounterLoad.Timing> asked = load.run(callers, questions, pause, longest);
                print(asked, (System.nanoTime() - began) / 1e9, cpu().minus(cpu));
            }
        }
        return 0;
    }

    /** What this process has used of the machine's cores. */
    private static Duration cpu() {
        return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
    }

    private Map<String, Object> own(Path data) {
        Map<String, Object> own = new HashMap<>();
        own.put("data", data.toString());
        own.put("magda", Map.of("perSecond", 100_000, "atOnce", 2 * callers));
        own.put(
                "counter",
                Map.of(
                        "port",
                        0,
                        "perMinute",
                        1_000_000,
                        "perDay",
                        1_000_000_000,
                        "connections",
                        Map.of("most", 4 * callers, "perAddress", 4 * callers, "newPerMinute", 1_000_000),
                        "atOnce",
                        2 * callers,
                        "answerSteps",
                        steps.toString()));
        own.put(
                "sandbox",
                Map.of(
                        "households", Math.max(100, questions),
                        "magdaPort", 0,
                        "filesPort", 0,
                        "filesPassivePorts", List.of(),
                        "ocmwPort", 0,
                        "ivagoPort", 0,
                        "oidcPort", 0));
        return own;
    }

    private void print(List<CounterLoad.Timing> asked, double seconds, Duration cpu) {
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("cores", Runtime.getRuntime().availableProcessors());
        figures.put("callers", callers);
        figures.put("questions", asked.size());
        figures.put("perSecond", Math.round(asked.size() / seconds * 10) / 10.0);
        figures.put("cpuPerQuestionMs", Math.round(cpu.toMillis() * 10.0 / Math.max(1, asked.size())) / 10.0);
        double[] source = sorted(asked, CounterLoad.Timing::source);
        double[] added = sorted(asked, CounterLoad.Timing::added);
        for (int percent : new int[] {50, 95, 99}) {
            figures.put("sourceP" + percent + "Ms", at(source, percent));
            figures.put("addedP" + percent + "Ms", at(added, percent));
        }
        figures.put("addedToSourceP50", Math.round(at(added, 50) / at(source, 50) * 1000) / 1000.0);
        for (String word : List.of("yes", "no")) {
            double[] all = sorted(
                    asked.stream()
                            .filter(each -> each.answer().contains("\"" + word + "\""))
                            .toList(),
                    CounterLoad.Timing::all);
            figures.put(word, all.length);
            figures.put(word + "P50Ms", at(all, 50));
            figures.put(word + "P95Ms", at(all, 95));
        }
        PrintWriter out = spec.commandLine().getOut();
        if (common.json()) {
            out.println(Json.of(figures));
        } else {
            figures.forEach((name, value) -> out.printf(Locale.ROOT, "%-18s %s%n", name, value));
        }
        out.flush();
    }

    private static double[] sorted(List<CounterLoad.Timing> asked, Function<CounterLoad.Timing, Duration> time) {
        double[] all = asked.stream()
                .map(time)
                .mapToDouble(each -> each.toNanos() / 1e6)
                .toArray();
        Arrays.sort(all);
        return all;
    }

    /** Milliseconds below which this share of all lies. */
    private static double at(double[] sorted, int percent) {
        if (sorted.length == 0) {
            return Double.NaN;
        }
        int place = Math.min(sorted.length - 1, sorted.length * percent / 100);
        return Math.round(sorted[place] * 10) / 10.0;
    }
}
