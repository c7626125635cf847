package be.zeef.cli.objection;

import be.zeef.cli.CommonOptions;
import be.zeef.cli.ExitCode;
import be.zeef.cli.argument.Language;
import be.zeef.cli.text.Json;
import be.zeef.cli.text.ObjectionJson;
import be.zeef.dossier.LeftToPeople;
import be.zeef.dossier.ObjectionText;
import be.zeef.objection.ObjectionDesk;
import be.zeef.settings.Settings;
import be.zeef.subject.Insz;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code zeef objection enter}: from now on nothing goes on about somebody; tells what stands already and is left to people. */
@Command(
        name = "enter",
        description =
                "From now on nothing is asked, granted, delivered or paid by machine about somebody; tells what stands already.",
        mixinStandardHelpOptions = true)
final class EnterObjectionCommand implements Callable<Integer> {

    private static final String COMMAND = "zeef objection enter";

    @Mixin
    private CommonOptions common;

    @Mixin
    private Language language;

    @Mixin
    private ObjectionOptions typed;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        ObjectionDesk.Act act = typed.act(COMMAND);
        Settings settings = common.settings(Map.of());
        Insz person = typed.person(settings, common, COMMAND);
        try (Desk desk = Desk.open(settings, common.clock())) {
            String scope = typed.scope(desk.agreements());
            ObjectionDesk.Result result = desk.objections().enter(person, scope, typed.kind(), act);
            tell(result, scope, desk.dossiers().left(person, scope));
        }
        return ExitCode.of(true);
    }

    private void tell(ObjectionDesk.Result result, String scope, List<LeftToPeople> left) {
        var out = spec.commandLine().getOut();
        if (common.json()) {
            out.println(Json.of(ObjectionJson.of(result, typed.kind(), scope, left)));
        } else {
            new ObjectionText(language.locale()).print(result, typed.kind(), scope, left, out);
        }
        out.flush();
    }
}
