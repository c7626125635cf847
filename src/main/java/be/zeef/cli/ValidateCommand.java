package be.zeef.cli;

import be.zeef.agreement.Agreements;
import be.zeef.settings.Settings;
import be.zeef.subject.PopulationReader;
import be.zeef.validation.InvalidMessageException;
import be.zeef.validation.Report;
import be.zeef.validation.XmlContract;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
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

    private static final Map<String, List<String>> XML = new TreeMap<>(Map.of(
            "ksz-list", List.of("sources/ksz/GeefSociaalStatuutVoorLijst-02.00.xsd"),
            "magda/RegistreerInschrijving-02.00", List.of("sources/magda/RegistreerInschrijving-02.00/soap.xsd"),
            "magda/RegistreerUitschrijving-02.00", List.of("sources/magda/RegistreerUitschrijving-02.00/soap.xsd"),
            "magda-files/RegistreerInschrijving-02.00", List.of("sources/magda/RegistreerInschrijving-02.00/file.xsd"),
            "magda-files/RegistreerUitschrijving-02.00",
                    List.of("sources/magda/RegistreerUitschrijving-02.00/file.xsd"),
            "ivago", List.of("recipients/ivago/grants.xsd"),
            "ivago-receipt", List.of("recipients/ivago/receipt.xsd")));

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
    public Integer call() {
        Settings settings = common.settings(Map.of());
        Path mappings = settings.home().resolve("mappings");
        boolean known = XML.containsKey(contract) || contract.equals("agreement") || contract.equals("population");
        if (!known || !Files.isReadable(file)) {
            spec.commandLine()
                    .getErr()
                    .println(
                            known
                                    ? "zeef: there is no readable file " + file + "."
                                    : "zeef: there is no contract '" + contract
                                            + "'. Known are: agreement, population, " + String.join(", ", XML.keySet())
                                            + ".");
            return 2;
        }
        Report report = report(settings, mappings);
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

    private Report report(Settings settings, Path mappings) {
        try {
            if (contract.equals("agreement")) {
                new Agreements(mappings).load(file);
            } else if (contract.equals("population")) {
                return new PopulationReader(file, settings.profile(), 1).read().report();
            } else {
                List<Path> schemas =
                        XML.get(contract).stream().map(mappings::resolve).toList();
                return XmlContract.of(schemas).check(file);
            }
        } catch (InvalidMessageException e) {
            return e.report();
        }
        return new be.zeef.validation.Findings().report(file.getFileName().toString());
    }
}
