package be.zeef.cli.argument;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.ArgSpec;

/** What an option or a parameter takes, in words for whoever types it. */
public final class Expected {

    private static final String NUMBER = "a whole number up to " + Integer.MAX_VALUE;

    private static final Map<Class<?>, String> BY_TYPE = Map.of(
            LocalDate.class, "a day as 2026-07-16 (year-month-day)",
            Duration.class, "a time as PT0.2S (seconds), PT2M (minutes) or PT1H (hours)",
            int.class, NUMBER,
            Integer.class, NUMBER,
            Path.class, "the name of a file");

    private Expected() {}

    /** Such as: a day as 2026-07-16 (year-month-day). */
    public static String by(ArgSpec arg) {
        if (arg.isOption() && arg.arity().max() == 0) {
            return "no value";
        }
        Class<?>[] types = arg.auxiliaryTypes();
        if (types.length == 2) {
            return arg.paramLabel() + ", where N is " + of(types[1]) + " and KIND is " + of(types[0]);
        }
        return types.length == 1 ? of(types[0]) : of(arg.type());
    }

    private static String of(Class<?> type) {
        return type.isEnum()
                ? "one of "
                        + Arrays.stream(type.getEnumConstants())
                                .map(each -> each.toString().toLowerCase(Locale.ROOT))
                                .collect(Collectors.joining(", "))
                : BY_TYPE.getOrDefault(type, "one value");
    }
}
