package be.zeef.cli.objection;

import be.zeef.agreement.Agreements;
import be.zeef.cli.CommonOptions;
import be.zeef.cli.argument.InszArgument;
import be.zeef.cli.argument.MisuseException;
import be.zeef.cli.argument.Typed;
import be.zeef.objection.Objection;
import be.zeef.objection.ObjectionDesk;
import be.zeef.objection.ObjectionKind;
import be.zeef.settings.Settings;
import be.zeef.subject.DayRule;
import be.zeef.subject.Insz;
import java.io.IOException;
import java.util.Optional;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What is typed to enter and to withdraw one: of whom, for what, which right, by whom and why. */
final class ObjectionOptions {

    private static final String STANDARD_INPUT = "-";

    @Parameters(
            paramLabel = "-",
            description = "The person's number comes on standard input, which keeps it out of the shell's history.")
    private String insz;

    @ArgGroup(multiplicity = "1")
    private Scope scope;

    @Option(
            names = "--kind",
            paramLabel = "KIND",
            required = true,
            description = "One of objection (GDPR 21) and restriction (GDPR 18).")
    private ObjectionKind kind;

    @Option(
            names = "--by",
            paramLabel = "ID",
            required = true,
            description =
                    "Who enters it, for the ledger. An account of this machine is nobody, so there is no default.")
    private String clerk;

    @Option(names = "--reason", paramLabel = "TEXT", required = true, description = "Why, for the ledger.")
    private String reason;

    /** One of the two. */
    static final class Scope {

        @Option(names = "--agreement", paramLabel = "ID", required = true, description = "For this agreement.")
        private Optional<String> agreement = Optional.empty();

        @Option(names = "--all", required = true, description = "For every agreement, those to come among them.")
        private boolean all;
    }

    /** @throws be.zeef.validation.InvalidMessageException when who and why cannot be kept, or there is no such agreement */
    ObjectionDesk.Act act(String command) {
        if (!insz.equals(STANDARD_INPUT)) {
            throw new MisuseException(
                    "a number is not taken as an argument, where it stays in the shell's history. Give - and type it when the"
                            + " command waits.");
        }
        Typed.require(Typed.faultOf(clerk, "--by", reason), command);
        return new ObjectionDesk.Act(clerk, reason);
    }

    Insz person(Settings settings, CommonOptions common, String command) throws IOException {
        DayRule days = new DayRule(settings.profile(), common.clock());
        return InszArgument.read(insz, days, days.today(), command, common.terminal());
    }

    /** @throws be.zeef.validation.InvalidMessageException when there is no such agreement */
    String scope(Agreements agreements) {
        return scope.agreement
                .map(agreements::load)
                .map(agreement -> agreement.id())
                .orElse(Objection.EVERY);
    }

    ObjectionKind kind() {
        return kind;
    }
}
