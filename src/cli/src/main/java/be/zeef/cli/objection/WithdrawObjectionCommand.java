package be.zeef.cli.objection;

import be.zeef.cli.CommonOptions;
import be.zeef.cli.ExitCode;
import be.zeef.cli.argument.Language;
import be.zeef.cli.argument.MisuseException;
import be.zeef.cli.text.Json;
import be.zeef.cli.text.ObjectionJson;
import be.zeef.dossier.ObjectionText;
import be.zeef.objection.ObjectionDesk;
import be.zeef.objection.ObjectionKind;
import be.zeef.settings.Settings;
import be.zeef.subject.Insz;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code zeef objection withdraw}: runs and counters go on about somebody again, for a reason. */
@Command(
        name = "withdraw",
        description = "The person withdrew it, or it is lifted for a reason: runs and counters go on about them again.",
        mixinStandardHelpOptions = true)
final class WithdrawObjectionCommand implements Callable<Integer> {

    private static final String COMMAND = "zeef objection withdraw";

    @Mixin
    private CommonOptions common;

    @Mixin
    private Language language;

    @Mixin
    private ObjectionOptions typed;

    @Option(
            names = "--person-told",
            description = "The person was told that it is lifted: of a restriction that comes first (GDPR 18.3).")
    private boolean told;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        ObjectionDesk.Act act = typed.act(COMMAND);
        if (typed.kind() == ObjectionKind.RESTRICTION && !told) {
            throw new MisuseException("the person is told before a restriction is lifted (GDPR 18.3). Tell the person,"
                    + " and say so with --person-told.");
        }
        Settings settings = common.settings(Map.of());
        Insz person = typed.person(settings, common, COMMAND);
        try (Desk desk = Desk.open(settings, common.clock())) {
            String scope = typed.scope(desk.agreements());
            ObjectionDesk.Result result = desk.objections().withdraw(person, scope, typed.kind(), told, act);
            tell(result, scope);
            return ExitCode.of(result != ObjectionDesk.Result.NONE);
        }
    }

    private void tell(ObjectionDesk.Result result, String scope) {
        var out = spec.commandLine().getOut();
        if (common.json()) {
            out.println(Json.of(ObjectionJson.of(result, typed.kind(), scope, List.of())));
        } else {
            new ObjectionText(language.locale()).print(result, typed.kind(), scope, List.of(), out);
        }
        out.flush();
    }
}
