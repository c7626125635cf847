package be.zeef.cli;

import be.zeef.check.Contracts;
import be.zeef.cli.argument.MisuseException;
import be.zeef.cli.argument.Typed;
import be.zeef.cli.text.Json;
import be.zeef.cli.text.ReportText;
import be.zeef.validation.Report;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code zeef validate}: holds one file against a contract and prints what is found. */
@Command(
        name = "validate",
        description = "Holds a message or file against a contract.",
        mixinStandardHelpOptions = true)
final class ValidateCommand implements Callable<Integer> {

    @Mixin
    private CommonOptions common;

    @Parameters(paramLabel = "FILE", description = "The message or file.")
    private Path file;

    @Option(
            names = "--as",
            paramLabel = "CONTRACT",
            required = true,
            description = "agreement, population, ksz-list, …")
    private String contract;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        Contracts contracts = new Contracts(common.settings(Map.of()), common.clock());
        Contracts.FileContract held = contracts
                .named(contract)
                .orElseThrow(() -> new MisuseException("there is no such contract as --as names. Known are: "
                        + String.join(", ", contracts.names()) + "."));
        Report found = Contracts.report(held, Typed.readable(file, "FILE"));
        Report report = new Report(Typed.shown(found.subject(), "the file"), found.findings(), found.counts());
        if (common.json()) {
            spec.commandLine().getOut().println(Json.of(Json.of(report)));
        } else {
            ReportText.print(report, spec.commandLine().getOut());
            spec.commandLine()
                    .getOut()
                    .println((report.acceptable() ? "good: " : "refused: ") + report.subject() + " as " + contract);
        }
        return ExitCode.of(report.acceptable());
    }
}
