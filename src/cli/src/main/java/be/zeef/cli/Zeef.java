package be.zeef.cli;

import be.zeef.cli.argument.KeyOptions;
import be.zeef.cli.ledger.LedgerCommand;
import be.zeef.cli.objection.ObjectionCommand;
import be.zeef.cli.report.ReportCommand;
import be.zeef.cli.run.AbandonCommand;
import be.zeef.cli.schedule.ScheduleCommand;
import be.zeef.cli.terminal.Terminal;
import be.zeef.cli.text.OneObject;
import be.zeef.subject.Today;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IFactory;

/** {@code zeef}: a sieve between the government's sources and the services that grant rights. */
@Command(
        name = "zeef",
        description = "Asks government sources under a data-sharing agreement and passes on nothing but flags.",
        mixinStandardHelpOptions = true,
        version = "zeef 0.1.0",
        subcommands = {
            SyncCommand.class,
            AskCommand.class,
            GrantCommand.class,
            ClaimCommand.class,
            OpenCommand.class,
            AbandonCommand.class,
            AgreementCommand.class,
            TrustCommand.class,
            ServeCommand.class,
            CheckCommand.class,
            ProveCommand.class,
            ValidateCommand.class,
            LedgerCommand.class,
            ObjectionCommand.class,
            ReportCommand.class,
            PaymentCommand.class,
            ScheduleCommand.class
        })
public final class Zeef {

    public static void main(String[] args) {
        // before TLS 1.3 a client may begin one handshake after the other on its connection, each at our cost
        System.setProperty("jdk.tls.rejectClientInitiatedRenegotiation", "true");
        // an FTPS server's session is known by its number: some give tickets that live too long for the JDK
        // (docs/adr/0027)
        System.setProperty("jdk.tls.client.enableSessionTicketExtension", "false");
        System.exit(run(args));
    }

    /** Runs one command line and returns its exit code. */
    public static int run(String... args) {
        return run(Today.wallClock(), args);
    }

    /** The same by this clock: it is the only one that any command has. Beside a running service, that runs it. */
    public static int run(Clock clock, String... args) {
        CommandLine line = line(clock);
        line.setExecutionStrategy(new BesideService());
        return line.execute(args);
    }

    /** Runs one that somebody typed elsewhere, within this process. */
    static int run(Clock clock, Terminal terminal, List<String> args) {
        return line(clock, terminal).execute(args.toArray(String[]::new));
    }

    /** What reads and runs a command line, by this clock. */
    public static CommandLine line(Clock clock) {
        return line(clock, Terminal.OWN);
    }

    private static CommandLine line(Clock clock, Terminal terminal) {
        CommandLine line = new CommandLine(new Zeef(), new Given(clock, terminal));
        Workshop.all().forEach(each -> each.commands().forEach(line::addSubcommand));
        line.setExecutionStrategy(new OneObject());
        line.setExecutionExceptionHandler(new Refusals());
        line.setParameterExceptionHandler(new ParameterFaults());
        line.registerConverter(Path.class, terminal.folder()::resolve);
        line.setOut(new PrintWriter(terminal.out(), true));
        line.setErr(new PrintWriter(terminal.err(), true));
        // a value that begins with @ is a value: picocli would read the file of that name instead
        line.setExpandAtFiles(false);
        line.setCaseInsensitiveEnumValuesAllowed(true);
        return line;
    }

    /** Makes what picocli asks for; the options that all commands share hold the clock, and where they were typed. */
    private record Given(Clock clock, Terminal terminal) implements IFactory {
        @Override
        public <K> K create(Class<K> wanted) throws Exception {
            if (wanted == CommonOptions.class) {
                return wanted.cast(new CommonOptions(clock, terminal));
            }
            return wanted == KeyOptions.class
                    ? wanted.cast(new KeyOptions(terminal))
                    : CommandLine.defaultFactory().create(wanted);
        }
    }
}
