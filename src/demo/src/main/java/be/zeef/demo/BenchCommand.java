package be.zeef.demo;

import picocli.CommandLine.Command;

/** {@code zeef bench}: the figures that this machine reaches, each as a ratio within one run. */
@Command(
        name = "bench",
        description = "Measures on this machine, against the sandbox.",
        mixinStandardHelpOptions = true,
        subcommands = CounterBench.class)
final class BenchCommand {}
