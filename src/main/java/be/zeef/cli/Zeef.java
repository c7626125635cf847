package be.zeef.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code zeef}: a sieve between the government's sources and the services that grant rights. */
@Command(
        name = "zeef",
        description = "Asks government sources under a data-sharing agreement and passes on nothing but flags.",
        mixinStandardHelpOptions = true,
        version = "zeef 0.1.0",
        subcommands = {
            DemoCommand.class,
            SyncCommand.class,
            AskCommand.class,
            GrantCommand.class,
            AgreementCommand.class,
            ServeCommand.class,
            BenchCommand.class,
            CheckCommand.class,
            ValidateCommand.class,
            SandboxCommand.class,
            LedgerCommand.class,
            PaymentCommand.class
        })
public final class Zeef implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    public static void main(String[] args) {
        // before TLS 1.3 a client may begin one handshake after the other on its connection, each at our cost
        System.setProperty("jdk.tls.rejectClientInitiatedRenegotiation", "true");
        System.exit(run(args));
    }

    /** Runs one command line and returns its exit code. */
    public static int run(String... args) {
        CommandLine line = new CommandLine(new Zeef());
        line.setExecutionExceptionHandler(new Refusals());
        line.setCaseInsensitiveEnumValuesAllowed(true);
        return line.execute(args);
    }

    @Override
    public Integer call() {
        spec.commandLine().usage(spec.commandLine().getOut());
        return 2;
    }
}
