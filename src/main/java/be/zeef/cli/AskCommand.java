package be.zeef.cli;

import be.zeef.agreement.Agreement;
import be.zeef.agreement.Agreements;
import be.zeef.question.Answer;
import be.zeef.sandbox.Sandbox;
import be.zeef.settings.Settings;
import be.zeef.subject.Insz;
import be.zeef.subject.InszFault;
import be.zeef.validation.Finding;
import be.zeef.validation.Findings;
import be.zeef.validation.InvalidMessageException;
import be.zeef.validation.Location;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code zeef ask}: one question about one person, one line: yes, no or not-decidable, and until when a yes holds. */
@Command(
        name = "ask",
        description = "Asks one question about one person: yes, no or not-decidable.",
        mixinStandardHelpOptions = true)
final class AskCommand implements Callable<Integer> {

    @Mixin
    private CommonOptions common;

    @Parameters(index = "0", paramLabel = "AGREEMENT", description = "The agreement's id.")
    private String agreement;

    @Parameters(
            index = "1",
            paramLabel = "INSZ",
            description =
                    "Eleven digits; - reads them from standard input, which keeps them out of the shell's history.")
    private String insz;

    @Option(names = "--on", paramLabel = "DATE", description = "The day it is asked for (default: today).")
    private LocalDate on = LocalDate.now();

    @Option(
            names = "--clerk",
            paramLabel = "ID",
            description = "Who asks, for the ledger (default: the user of this machine).")
    private String clerk = System.getProperty("user.name");

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        Settings settings = common.settings(Map.of());
        Agreement loaded = new Agreements(settings.home().resolve("mappings")).load(agreement);
        Plans.question(loaded, on);
        Insz person = person(settings);
        Optional<Sandbox> sandbox = LocalSandbox.ifNeeded(settings);
        try {
            Settings now = common.settings(sandbox.map(Sandbox::overrides).orElse(Map.of()));
            try (Gateway gateway = new Gateway(now)) {
                return tell(gateway.desk(loaded, on).ask(person, on, clerk));
            }
        } finally {
            sandbox.ifPresent(Sandbox::close);
        }
    }

    private Insz person(Settings settings) throws IOException {
        String text = insz.equals("-")
                ? Optional.ofNullable(new BufferedReader(new InputStreamReader(System.in, StandardCharsets.US_ASCII))
                                .readLine())
                        .orElse("")
                : insz;
        Optional<InszFault> fault = Insz.fault(text.strip(), settings.profile());
        if (fault.isPresent()) {
            Findings findings = new Findings();
            findings.add(Finding.fatal(fault.get().code("counter"), Location.path("INSZ")));
            throw new InvalidMessageException(findings.report("zeef ask"));
        }
        return Insz.of(text.strip(), settings.profile());
    }

    private int tell(Answer answer) {
        String until = answer.until().map(LocalDate::toString).orElse("");
        if (common.json()) {
            Map<String, Object> all = new LinkedHashMap<>();
            all.put("answer", answer.verdict().word());
            all.put("until", until);
            spec.commandLine().getOut().println(Json.of(all));
        } else {
            spec.commandLine().getOut().println((answer.verdict().word() + " " + until).strip());
        }
        spec.commandLine().getOut().flush();
        if (answer.verdict() == Answer.Verdict.NOT_DECIDABLE) {
            spec.commandLine()
                    .getErr()
                    .println(
                            "A source did not answer, so nobody can say now. It is not a no: ask again later, or for a proof.");
            return 1;
        }
        return 0;
    }
}
