package be.zeef.cli.schedule;

import be.zeef.agreement.Agreement;
import be.zeef.agreement.Agreements;
import be.zeef.cli.CommonOptions;
import be.zeef.cli.argument.Typed;
import be.zeef.schedule.ScheduleDesk;
import be.zeef.settings.Settings;
import java.util.Map;
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

    /** What somebody does about an agreement's moments. */
    @FunctionalInterface
    interface Doing {
        void by(ScheduleDesk desk, Agreement agreement, ScheduleDesk.Act act);
    }

    /**
     * Does it, and seals that it was.
     *
     * @return the id of the agreement
     * @throws be.zeef.validation.InvalidMessageException when who and why cannot be kept, or there is no such agreement
     */
    String enter(CommonOptions common, Doing doing) {
        Settings settings = common.settings(Map.of());
        ScheduleDesk.Act act = act();
        Agreement of = agreement(settings);
        try (Desk desk = new Desk(settings, common.clock())) {
            doing.by(desk.schedule(), of, act);
        }
        return of.id();
    }

    /** @throws be.zeef.validation.InvalidMessageException when who and why cannot be kept */
    ScheduleDesk.Act act() {
        Typed.require(Typed.faultOf(clerk, "--by", reason), "zeef schedule");
        return new ScheduleDesk.Act(clerk, reason);
    }
}
