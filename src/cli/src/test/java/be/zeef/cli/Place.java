package be.zeef.cli;

import be.zeef.subject.Today;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** One place at the command line that takes a text, and words that are good for all others that its command needs. */
record Place(List<String> command, ArgSpec arg, List<ArgSpec> others) {

    String name() {
        return arg instanceof OptionSpec option ? option.longestName() : arg.paramLabel();
    }

    List<String> words(String text, Path config) {
        List<String> words = new ArrayList<>(command);
        others.stream().filter(ArgSpec::isOption).forEach(each -> {
            words.add(((OptionSpec) each).longestName());
            if (each.arity().max() > 0) {
                words.add(good(each));
            }
        });
        words.addAll(List.of("--config", config.toString()));
        if (arg instanceof OptionSpec option) {
            words.addAll(List.of(option.longestName(), text));
        }
        words.add("--");
        Stream.concat(others.stream(), Stream.of(arg))
                .filter(ArgSpec::isPositional)
                .sorted((one, other) -> Integer.compare(index(one), index(other)))
                .forEach(each -> words.add(each == arg ? text : good(each)));
        return words;
    }

    private static int index(ArgSpec arg) {
        return ((PositionalParamSpec) arg).index().min();
    }

    @Override
    public String toString() {
        return String.join(" ", command) + " " + name();
    }

    private static String good(ArgSpec arg) {
        String name = arg instanceof OptionSpec option ? option.longestName() : arg.paramLabel();
        return switch (name) {
            case "AGREEMENT", "A", "B" -> "heusden-zolder-lidgeld";
            case "INSZ", "-" -> "-";
            case "--amount" -> "85,00";
            case "--year" -> "2026";
            case "--as" -> arg.type().isEnum() ? "sender" : "agreement";
            case "--kind" -> "objection";
            case "--close" -> "2025-12-31";
            default -> "a-word";
        };
    }

    static Stream<Place> every() {
        List<Place> all = new ArrayList<>();
        collect(Zeef.line(Today.wallClock()).getCommandSpec(), List.of(), all);
        return all.stream();
    }

    private static void collect(CommandSpec command, List<String> path, List<Place> all) {
        Object runs = command.userObject();
        if (runs instanceof Callable || runs instanceof Method) {
            for (ArgSpec arg : command.args()) {
                if (takesText(arg) && !isSetting(arg)) {
                    all.add(new Place(path, arg, others(command, arg)));
                }
            }
        }
        command.subcommands()
                .forEach((name, sub) -> collect(
                        sub.getCommandSpec(),
                        Stream.concat(path.stream(), Stream.of(name)).toList(),
                        all));
    }

    /** What is required, and what belongs to the same group. */
    private static List<ArgSpec> others(CommandSpec command, ArgSpec arg) {
        return command.args().stream()
                .filter(each -> each != arg)
                .filter(each -> each.group() == null
                        ? each.required()
                        : each.group().exclusive()
                                ? arg.group() != each.group()
                                        && each
                                                == each.group()
                                                        .args()
                                                        .iterator()
                                                        .next()
                                : each.required() && (arg.group() == each.group() || isPositionalGroup(each)))
                .toList();
    }

    private static boolean isPositionalGroup(ArgSpec arg) {
        return arg.group().args().stream().anyMatch(ArgSpec::isPositional);
    }

    private static boolean takesText(ArgSpec arg) {
        return (!arg.isOption() || arg.arity().max() > 0)
                && Stream.concat(Stream.of(arg.type()), Arrays.stream(arg.auxiliaryTypes()))
                        .noneMatch(type -> type.isEnum()
                                || Set.of(LocalDate.class, YearMonth.class, Duration.class, int.class, Integer.class)
                                        .contains(type));
    }

    /** The operator's own: which settings, and whose signature. */
    private static boolean isSetting(ArgSpec arg) {
        return arg instanceof OptionSpec option
                && Set.of("--config", "--trust-fingerprint").contains(option.longestName());
    }
}
