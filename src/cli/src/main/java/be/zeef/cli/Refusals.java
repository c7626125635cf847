package be.zeef.cli;

import be.zeef.cli.argument.MisuseException;
import be.zeef.cli.argument.NewAgreementException;
import be.zeef.cli.text.EnvironmentText;
import be.zeef.cli.text.Json;
import be.zeef.cli.text.OneObject;
import be.zeef.cli.text.ReportText;
import be.zeef.ledger.HaltedException;
import be.zeef.ledger.ObjectedException;
import be.zeef.payment.PaymentRefusedException;
import be.zeef.route.MailboxException;
import be.zeef.run.SyncRefusedException;
import be.zeef.security.KeyException;
import be.zeef.settings.SettingsException;
import be.zeef.sieve.RuleException;
import be.zeef.storage.StorageException;
import be.zeef.validation.Finding;
import be.zeef.validation.InvalidMessageException;
import be.zeef.validation.Location;
import be.zeef.validation.Report;
import java.util.List;
import java.util.Optional;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** Says why a command did not do what was asked. Only texts that are known to hold no personal data are printed. */
final class Refusals implements IExecutionExceptionHandler {

    private static final List<Class<? extends RuntimeException>> SAID = List.of(
            SyncRefusedException.class,
            PaymentRefusedException.class,
            SettingsException.class,
            KeyException.class,
            StorageException.class,
            MailboxException.class,
            RuleException.class,
            MisuseException.class,
            NewAgreementException.class);

    @Override
    public int handleExecutionException(Exception failure, CommandLine line, ParseResult parsed) {
        var err = line.getErr();
        Optional<Report> report = report(failure, parsed);
        String said = report.isPresent() ? "" : said(failure);
        report.ifPresentOrElse(found -> ReportText.print(found, err), () -> err.println("zeef: " + said));
        if (OneObject.isWanted(line)) {
            OneObject.refused(
                    line,
                    ExitCode.of(failure),
                    report.map(Json::of).orElseGet(() -> Json.refused(code(failure), said)));
        }
        err.flush();
        return ExitCode.of(failure);
    }

    private static Optional<Report> report(Exception failure, ParseResult parsed) {
        if (failure instanceof InvalidMessageException invalid) {
            return Optional.of(invalid.report());
        }
        if (failure instanceof HaltedException halted) {
            return Optional.of(halted.report());
        }
        if (failure instanceof SettingsException settings) {
            return settings.report();
        }
        return failure instanceof ObjectedException
                ? Optional.of(InvalidMessageException.of(
                                parsed.commandSpec().qualifiedName(), Finding.error("counter.objected", Location.WHOLE))
                        .report())
                : Optional.empty();
    }

    private static String said(Exception failure) {
        if (isSaid(failure)) {
            return failure.getMessage();
        }
        LoggerFactory.getLogger(Zeef.class).error("a command failed", failure);
        return EnvironmentText.of(failure)
                .orElseGet(
                        () -> "it failed in a way that was not foreseen ("
                                + failure.getClass().getSimpleName()
                                + "). Nothing acknowledged was lost; data/logs/zeef.log says where. Run it again, or report it.");
    }

    private static String code(Exception failure) {
        if (!isSaid(failure)) {
            return EnvironmentText.of(failure).isPresent() ? "command.environment" : "command.failed";
        }
        return ExitCode.of(failure) == ExitCode.MISUSE ? "command.misuse" : "command.refused";
    }

    private static boolean isSaid(Exception failure) {
        return SAID.stream().anyMatch(type -> type.isInstance(failure));
    }
}
