package be.zeef.cli.objection;

import be.zeef.cli.CommonOptions;
import be.zeef.cli.ExitCode;
import be.zeef.cli.argument.Language;
import be.zeef.cli.text.Json;
import be.zeef.cli.text.ObjectionJson;
import be.zeef.dossier.ObjectionText;
import be.zeef.objection.Objection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code zeef objection list}: those that stand, by pseudonym, with who entered them, when and why. */
@Command(
        name = "list",
        description = "Shows those that stand, by pseudonym, with who entered them, when and why.",
        mixinStandardHelpOptions = true)
final class ListObjectionsCommand implements Callable<Integer> {

    @Mixin
    private CommonOptions common;

    @Mixin
    private Language language;

    @Option(
            names = "--agreement",
            paramLabel = "ID",
            description = "Those that this agreement respects (default: all).")
    private Optional<String> agreement = Optional.empty();

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        List<Objection> standing;
        try (Desk desk = Desk.open(common.settings(Map.of()), common.clock())) {
            Optional<String> id = agreement.map(desk.agreements()::load).map(loaded -> loaded.id());
            standing = desk.objections().standing().stream()
                    .filter(each -> each.scope().equals(Objection.EVERY)
                            || id.filter(wanted -> !wanted.equals(each.scope())).isEmpty())
                    .toList();
        }
        var out = spec.commandLine().getOut();
        if (common.json()) {
            out.println(Json.of(
                    Map.of("standing", standing.stream().map(ObjectionJson::of).toList())));
        } else {
            new ObjectionText(language.locale()).print(standing, out);
        }
        out.flush();
        return ExitCode.of(true);
    }
}
