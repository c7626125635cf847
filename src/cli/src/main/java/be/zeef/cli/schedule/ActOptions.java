package be.zeef.cli.schedule;

import be.zeef.agreement.Agreement;
import be.zeef.agreement.Agreements;
import be.zeef.cli.argument.Typed;
import be.zeef.schedule.ScheduleDesk;
import be.zeef.settings.Settings;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Which agreement, who does something about what it runs by itself, and why. */
final class ActOptions {

    @Parameters(paramLabel = "AGREEMENT", description = "The agreement's id.")
    private String agreement;

    @Option(
            names = "--by",
            required = true,
            paramLabel = "ID",
            description = "Who does it, for the ledger. An account of this machine is nobody, so there is no default.")
    private String clerk;

    @Option(names = "--reason", required = true, paramLabel = "TEXT", description = "Why, for the ledger.")
    private String reason;

    Agreement agreement(Settings settings) {
        return new Agreements(settings.home().resolve("mappings")).load(agreement);
    }

    /** @throws be.zeef.validation.InvalidMessageException when who and why cannot be kept */
    ScheduleDesk.Act act() {
        Typed.require(Typed.faultOf(clerk, "--by", reason), "zeef schedule");
        return new ScheduleDesk.Act(clerk, reason);
    }
}
