package be.zeef.cli.schedule;

import be.zeef.agreement.Agreement;
import be.zeef.app.Gateway;
import be.zeef.cli.CommonOptions;
import be.zeef.cli.ExitCode;
import be.zeef.cli.Workshop;
import be.zeef.cli.text.Json;
import be.zeef.schedule.MomentRow;
import be.zeef.schedule.MomentState;
import be.zeef.schedule.ScheduleDesk;
import be.zeef.schedule.Scheduled;
import be.zeef.settings.Settings;
import be.zeef.subject.Today;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code zeef schedule run-now}: asks for the run of a moment that was missed, skipped or given up, or of a day that has none. */
@Command(
        name = "run-now",
        description =
                "Runs what an agreement runs by itself now: what was missed, skipped or given up, or a day that has"
                        + " no moment. Whichever node is first runs it, this command where there is none.",
        mixinStandardHelpOptions = true)
final class RunNowCommand implements Callable<Integer> {

    private static final long LOOK = TimeUnit.MILLISECONDS.toNanos(100);

    @Mixin
    private CommonOptions common;

    @Mixin
    private ActOptions typed;

    @Option(names = "--on", paramLabel = "DATE", description = "The day that the run is of (default: today).")
    private Optional<LocalDate> on = Optional.empty();

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        var act = typed.act();
        Settings settings = common.settings(Map.of());
        Agreement agreement = typed.agreement(settings);
        LocalDate day = on.orElseGet(() -> Today.by(common.clock()));
        MomentRow row;
        try (Workshop.FarEnds sandbox = Workshop.farEnds(settings);
                Gateway gateway = new Gateway(common.settings(sandbox.overrides()), common.clock(), agreement)) {
            ScheduleDesk desk = gateway.scheduleDesk();
            desk.runNow(agreement, day, act);
            Scheduled node = gateway.schedule(agreement);
            try (node) {
                row = await(desk, agreement.id(), day);
            }
        }
        var out = spec.commandLine().getOut();
        out.println(common.json() ? Json.of(ScheduleText.json(row)) : agreement.id() + "  " + ScheduleText.line(row));
        out.flush();
        return ExitCode.of(row.state() == MomentState.ENDED);
    }

    /** Until it is over, or has to be taken up again later, by whichever node is there then. */
    private MomentRow await(ScheduleDesk desk, String agreement, LocalDate day) {
        while (true) {
            MomentRow row = desk.of(agreement, day).orElseThrow();
            boolean later = row.again().isAfter(common.clock().instant());
            if (row.state().isOver() || row.state() == MomentState.BEGUN && later) {
                return row;
            }
            LockSupport.parkNanos(LOOK);
        }
    }
}
