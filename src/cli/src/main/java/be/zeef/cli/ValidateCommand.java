package be.zeef.cli;

import be.zeef.check.Contracts;
import be.zeef.validation.Report;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
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

    @Parameters(paramLabel = "FILE")
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
        Contracts contracts = new Contracts(common.settings(Map.of()));
        Optional<Contracts.Contract> held = contracts.named(contract);
        if (held.isEmpty()) {
            return misuse("there is no contract '" + contract + "'. Known are: " + String.join(", ", contracts.names())
                    + ".");
        }
        if (!Files.isReadable(file) || Files.isDirectory(file)) {
            return misuse("there is no readable file " + file + ". Check its name.");
        }
        Report report = Contracts.report(held.get(), file);
        if (common.json()) {
            spec.commandLine().getOut().println(Json.of(Json.of(report)));
        } else {
            ReportText.print(report, spec.commandLine().getOut());
            spec.commandLine()
                    .getOut()
                    .println((report.acceptable() ? "good: " : "refused: ") + report.subject() + " as " + contract);
        }
        return report.acceptable() ? 0 : 1;
    }

    private int misuse(String what) {
        spec.commandLine().getErr().println("zeef: " + what);
        return 2;
    }
}
