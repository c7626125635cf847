package be.zeef.cli;

import be.zeef.cli.argument.KeyOptions;
import be.zeef.cli.argument.MisuseException;
import be.zeef.cli.service.Visit;
import be.zeef.cli.text.Json;
import be.zeef.cli.text.OneObject;
import be.zeef.settings.SettingsException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionStrategy;
import picocli.CommandLine.ParseResult;

/** Has a command that needs the database run by the service that has it, where one runs; every other is run here. */
final class BesideService implements IExecutionStrategy {

    /** With all their subcommands. */
    private static final Set<String> WITH_DATABASE =
            Set.of("sync", "ask", "grant", "claim", "open", "abandon", "payment", "ledger", "objection", "report");

    private static final Set<String> OF_AGREEMENTS = Set.of("list", "suspend", "resume", "revoke");
    private static final String AGREEMENT = "agreement";

    @Override
    public int execute(ParseResult parsed) {
        Optional<CommonOptions> common = common(parsed);
        if (common.isEmpty() || !needsDatabase(parsed) || helps(parsed)) {
            return new OneObject().execute(parsed);
        }
        OptionalInt code = visit(parsed, common.get());
        return code.isPresent() ? code.getAsInt() : new OneObject().execute(parsed);
    }

    private static OptionalInt visit(ParseResult parsed, CommonOptions common) {
        Path data;
        Path config;
        try {
            data = common.data();
            config = common.configured();
        } catch (SettingsException | MisuseException e) {
            // the command itself says it
            return OptionalInt.empty();
        }
        CommandLine line = last(parsed).commandSpec().commandLine();
        Thread goesOn = new Thread(() -> common.terminal()
                .err()
                .println("zeef: the service goes on with the command; what it tells is in its log and in the ledger."));
        Runtime.getRuntime().addShutdownHook(goesOn);
        try {
            return Visit.run(common.terminal(), parsed.originalArgs(), data, config, List.of(KeyOptions.VARIABLE));
        } catch (Visit.RefusedException e) {
            tell(line, "command.refused", e.getMessage());
        } catch (IOException e) {
            tell(
                    line,
                    "command.environment",
                    "the service went away while it ran this. What was acknowledged is kept."
                            + " See whether it runs, and run the command again: it finds what is left to do.");
        } finally {
            forget(goesOn);
        }
        return OptionalInt.of(ExitCode.REFUSED);
    }

    private static void tell(CommandLine line, String code, String said) {
        line.getErr().println("zeef: " + said);
        if (OneObject.isWanted(line)) {
            OneObject.refused(line, ExitCode.REFUSED, Json.refused(code, said));
        }
    }

    private static ParseResult last(ParseResult parsed) {
        ParseResult last = parsed;
        while (last.hasSubcommand()) {
            last = last.subcommand();
        }
        return last;
    }

    private static void forget(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // it has begun
        }
    }

    private static boolean needsDatabase(ParseResult parsed) {
        ParseResult first = parsed.subcommand();
        if (first == null) {
            return false;
        }
        String name = first.commandSpec().name();
        return name.equals(AGREEMENT)
                ? first.hasSubcommand()
                        && OF_AGREEMENTS.contains(
                                first.subcommand().commandSpec().name())
                : WITH_DATABASE.contains(name);
    }

    private static boolean helps(ParseResult parsed) {
        for (ParseResult each = parsed; each != null; each = each.subcommand()) {
            if (each.isUsageHelpRequested() || each.isVersionHelpRequested()) {
                return true;
            }
        }
        return false;
    }

    private static Optional<CommonOptions> common(ParseResult parsed) {
        return last(parsed).commandSpec().mixins().values().stream()
                .map(mixin -> mixin.userObject())
                .filter(CommonOptions.class::isInstance)
                .map(CommonOptions.class::cast)
                .findFirst();
    }
}
