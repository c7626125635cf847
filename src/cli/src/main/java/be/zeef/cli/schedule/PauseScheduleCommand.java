package be.zeef.cli.schedule;

import be.zeef.cli.CommonOptions;
import be.zeef.cli.ExitCode;
import be.zeef.cli.text.Json;
import be.zeef.schedule.ScheduleDesk;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code zeef schedule pause}. */
@Command(
        name = "pause",
        description =
                "Nothing of an agreement runs by itself until it is resumed; each moment that comes is skipped and told.",
        mixinStandardHelpOptions = true)
final class PauseScheduleCommand implements Callable<Integer> {

    @Mixin
    private CommonOptions common;

    @Mixin
    private ActOptions typed;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        String agreement = typed.enter(common, ScheduleDesk::pause);
        var out = spec.commandLine().getOut();
        out.println(
                common.json()
                        ? Json.of(Map.of("agreement", agreement, "paused", true))
                        : agreement
                                + " is paused: each of its moments is skipped and told until zeef schedule resume "
                                + agreement);
        out.flush();
        return ExitCode.of(true);
    }
}
