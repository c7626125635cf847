package be.zeef.demo;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code zeef bench}: the figures that this machine reaches, each as a ratio within one run. */
@Command(
        name = "bench",
        description = "Measures on this machine, against the sandbox.",
        mixinStandardHelpOptions = true,
        subcommands = CounterBench.class)
final class BenchCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        spec.commandLine().usage(spec.commandLine().getOut());
        return 2;
    }
}
