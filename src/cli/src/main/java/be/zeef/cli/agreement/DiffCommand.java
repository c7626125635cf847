package be.zeef.cli.agreement;

import be.zeef.cli.CommonOptions;
import be.zeef.cli.ExitCode;
import be.zeef.cli.argument.Language;
import be.zeef.cli.argument.MisuseException;
import be.zeef.cli.argument.Typed;
import be.zeef.cli.text.Json;
import be.zeef.difference.Difference;
import be.zeef.difference.DifferingFolders;
import be.zeef.validation.Finding;
import be.zeef.validation.Location;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code zeef agreement diff}: what changed from one version to another, in the words of those who sign them. */
@Command(
        name = "diff",
        description =
                "Tells in words what changed from A to B: an agreement's id, or a folder with an older copy of everything.",
        mixinStandardHelpOptions = true)
public final class DiffCommand implements Callable<Integer> {

    @Mixin
    private CommonOptions common;

    @Parameters(
            index = "0",
            paramLabel = "A",
            description = "The earlier: an agreement's id, or the folder of a copy (the one that holds 'mappings').")
    private String earlier;

    @Parameters(index = "1", paramLabel = "B", description = "The later, likewise.")
    private String later;

    @Option(
            names = "--agreement",
            paramLabel = "ID",
            description = "Which agreement of two folders (default: every one).")
    private Optional<String> agreement = Optional.empty();

    @Mixin
    private Language language;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        Path home = common.settings(Map.of()).home();
        DifferingFolders both =
                new DifferingFolders(folder(earlier).orElse(home), folder(later).orElse(home));
        Map<String, List<Difference>> told = told(both);
        print(told);
        return ExitCode.of(told.values().stream().allMatch(List::isEmpty));
    }

    private Map<String, List<Difference>> told(DifferingFolders both) {
        Optional<String> first =
                Optional.of(earlier).filter(typed -> folder(typed).isEmpty());
        Optional<String> second =
                Optional.of(later).filter(typed -> folder(typed).isEmpty());
        if (agreement.isPresent() && (first.isPresent() || second.isPresent())) {
            throw new MisuseException("--agreement says which agreement of two folders; here an id says it already.");
        }
        Optional<String> one = first.or(() -> second).or(() -> agreement);
        return one.isEmpty()
                ? both.all()
                : Map.of(second.orElse(one.get()), both.of(one.get(), second.orElse(one.get())));
    }

    /** A folder that was typed; empty for an id. */
    private Optional<Path> folder(String typed) {
        Path path = common.terminal().folder().resolve(typed);
        if (Files.isDirectory(path.resolve("mappings").resolve("agreements"))) {
            return Optional.of(path);
        }
        if (Files.exists(path) || typed.contains("/")) {
            throw new MisuseException(
                    Typed.shown(typed, "One of both")
                            + " is no folder with agreements in it. Name the folder that holds 'mappings', or an agreement's id.");
        }
        return Optional.empty();
    }

    private void print(Map<String, List<Difference>> told) {
        PrintWriter out = spec.commandLine().getOut();
        if (common.json()) {
            out.println(Json.of(json(told)));
        } else {
            told.forEach((id, differences) -> {
                out.println(id);
                differences.forEach(each -> out.println("  " + each.text(language.locale())));
                if (differences.isEmpty()) {
                    out.println("  " + same());
                }
            });
        }
        out.flush();
    }

    private String same() {
        return Finding.information("difference.same", Location.WHOLE).text(language.locale());
    }

    private Map<String, Object> json(Map<String, List<Difference>> told) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("same", told.values().stream().allMatch(List::isEmpty));
        json.put(
                "differences",
                told.entrySet().stream()
                        .flatMap(each -> each.getValue().stream().map(one -> json(each.getKey(), one)))
                        .toList());
        return json;
    }

    private Map<String, Object> json(String id, Difference difference) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("agreement", id);
        json.put("code", difference.code());
        json.put("file", difference.file());
        json.put("path", difference.path());
        json.put("text", difference.text(language.locale()));
        return json;
    }
}
