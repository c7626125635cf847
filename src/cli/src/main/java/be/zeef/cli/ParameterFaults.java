package be.zeef.cli;

import be.zeef.cli.argument.Expected;
import be.zeef.cli.text.Json;
import be.zeef.cli.text.OneObject;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * Says what is wrong with a command line, and what belongs there. What was typed is never repeated: a person's number that
 * slipped into the wrong place would stand in logs and on screens. So no message of picocli's own is printed.
 */
final class ParameterFaults implements IParameterExceptionHandler {

    /** A word that can only be an option, mistyped: it has no digit and no value. */
    private static final Pattern OPTION = Pattern.compile("--?[A-Za-z][A-Za-z-]*");

    private static final String NOT_REPEATED = " (not repeated: it may be a person's number)";

    @Override
    public int handleParseException(ParameterException fault, String[] typed) {
        CommandLine line = fault.getCommandLine();
        String command = line.getCommandSpec().qualifiedName();
        var err = line.getErr();
        String said = said(fault, line, List.of(typed));
        err.println(command + ": " + said);
        err.println("Usage: " + line.getHelp().synopsis("Usage: ".length()).strip());
        err.println("What each of these is: " + command + " --help");
        err.flush();
        if (OneObject.isWanted(List.of(typed))) {
            OneObject.refused(line, ExitCode.MISUSE, Json.refused("command.misuse", said));
        }
        return ExitCode.MISUSE;
    }

    private static String said(ParameterException fault, CommandLine line, List<String> typed) {
        if (fault instanceof UnmatchedArgumentException unmatched) {
            return unmatched(unmatched, line);
        }
        if (fault instanceof MissingParameterException missing) {
            return missing(missing, typed);
        }
        if (fault instanceof OverwrittenOptionException twice) {
            return name(twice.getOverwritten()) + " stands more than once. Name it once.";
        }
        if (fault.getArgSpec() != null) {
            return takes(fault.getArgSpec()) + " What was typed there is something else" + NOT_REPEATED + ".";
        }
        return line.getSubcommands().isEmpty()
                ? "these options and values do not go together. Compare them with the usage."
                : say(line);
    }

    private static String missing(MissingParameterException fault, List<String> typed) {
        List<ArgSpec> absent =
                fault.getMissing().stream().filter(arg -> !stands(arg, typed)).toList();
        if (absent.isEmpty()) {
            return fault.getMissing().stream()
                    .map(arg -> "nothing that could be its value stands behind " + name(arg) + ". " + takes(arg))
                    .collect(Collectors.joining(" "));
        }
        return "there is no " + absent.stream().map(ParameterFaults::name).collect(Collectors.joining(" and no "))
                + ". Add what is missing.";
    }

    private static boolean stands(ArgSpec arg, List<String> typed) {
        return arg instanceof OptionSpec option
                && Arrays.stream(option.names())
                        .anyMatch(name -> typed.stream().anyMatch(word -> word.split("=", 2)[0].equals(name)));
    }

    private static String unmatched(UnmatchedArgumentException fault, CommandLine line) {
        String first = fault.getUnmatched().get(0);
        Stream<String> near = fault.getSuggestions().stream();
        return unmatched(first, line)
                + near.reduce((one, other) -> one + " or " + other)
                        .map(all -> " Do you mean " + all + "?")
                        .orElse("");
    }

    private static String unmatched(String word, CommandLine line) {
        if (OPTION.matcher(word).matches()) {
            return "there is no option " + word + ".";
        }
        if (word.startsWith("-")) {
            return "there is an option that this command does not have" + NOT_REPEATED + ".";
        }
        return line.getSubcommands().isEmpty()
                ? "there is a word too many" + NOT_REPEATED
                        + ". Remove it, or put a text of several words between quotes."
                : "there is no such command. " + say(line);
    }

    private static String say(CommandLine line) {
        return "Say what to do: " + String.join(", ", line.getSubcommands().keySet()) + ".";
    }

    private static String takes(ArgSpec arg) {
        return name(arg) + " takes " + Expected.by(arg) + ".";
    }

    private static String name(ArgSpec arg) {
        return arg instanceof OptionSpec option ? option.longestName() : arg.paramLabel();
    }
}
