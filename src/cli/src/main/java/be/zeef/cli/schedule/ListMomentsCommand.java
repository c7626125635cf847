package be.zeef.cli.schedule;

import be.zeef.agreement.Agreement;
import be.zeef.agreement.Agreements;
import be.zeef.cli.CommonOptions;
import be.zeef.cli.ExitCode;
import be.zeef.cli.text.Json;
import be.zeef.schedule.ScheduleDesk;
import be.zeef.settings.Settings;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code zeef schedule list}: the next moments, what became of the last, and who paused what. */
@Command(
        name = "list",
        description =
                "The next moments of each agreement, what became of the last, and who paused what; ends with 1 when"
                        + " the last moment of one was missed, skipped or given up.",
        mixinStandardHelpOptions = true)
final class ListMomentsCommand implements Callable<Integer> {

    @Mixin
    private CommonOptions common;

    @Parameters(arity = "0..*", paramLabel = "AGREEMENT", description = "Of these alone (default: every agreement).")
    private List<String> agreements = List.of();

    @Option(
            names = "--most",
            paramLabel = "COUNT",
            defaultValue = "3",
            description = "How many moments to come, and how many that came (default: ${DEFAULT-VALUE}).")
    private int most;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        Settings settings = common.settings(Map.of());
        Agreements all = new Agreements(settings.home().resolve("mappings"));
        List<Agreement> named = (agreements.isEmpty() ? all.ids() : agreements)
                .stream()
                        .map(all::load)
                        .filter(each -> each.schedule().isPresent())
                        .toList();
        List<ScheduleDesk.Standing> standings;
        try (Desk desk = new Desk(settings, common.clock())) {
            standings = named.stream()
                    .map(each -> desk.schedule().standing(each, most))
                    .toList();
        }
        var out = spec.commandLine().getOut();
        if (common.json()) {
            out.println(Json.of(Map.of(
                    "agreements", standings.stream().map(ScheduleText::json).toList())));
        } else {
            standings.forEach(each -> ScheduleText.print(each, out));
        }
        out.flush();
        return ExitCode.of(standings.stream().noneMatch(ScheduleDesk.Standing::isTold));
    }
}
