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

/** {@code zeef schedule resume}. */
@Command(
        name = "resume",
        description = "An agreement runs by itself again, from its next moment on; what was skipped is not caught up.",
        mixinStandardHelpOptions = true)
final class ResumeScheduleCommand implements Callable<Integer> {

    @Mixin
    private CommonOptions common;

    @Mixin
    private ActOptions typed;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        String agreement = typed.enter(common, ScheduleDesk::resume);
        var out = spec.commandLine().getOut();
        out.println(
                common.json()
                        ? Json.of(Map.of("agreement", agreement, "paused", false))
                        : agreement + " runs by itself again, from its next moment on");
        out.flush();
        return ExitCode.of(true);
    }
}
