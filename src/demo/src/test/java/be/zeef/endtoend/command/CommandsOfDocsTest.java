package be.zeef.endtoend.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import be.zeef.cli.Zeef;
import be.zeef.docs.Docs;
import be.zeef.docs.Docs.Quoted;
import be.zeef.subject.Today;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

/** Every command that the documents quote can be typed: the real command line takes its words, each option and all it needs. */
public class CommandsOfDocsTest {

    /** What is typed beside {@code zeef}, and who else tries it. */
    private static final Map<String, String> NOT_OURS = Map.of(
            "mvn", "CI runs it",
            "cat", "shows a file that the command above it made",
            "curl", "CounterApiTest and CounterTokensTest ask the same of the counter",
            "keytool", "the JDK's own; MissingKeyTest reads what it makes",
            "files=.zeef/sandbox/counter", "a variable of the shell",
            "secret()", "a function of the shell");

    private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|'([^']*)'|(\\S+)");
    private static final Pattern OPTION = Pattern.compile("--[a-z][a-z-]+");

    static List<Quoted> typed() {
        return Docs.typed();
    }

    static List<Quoted> spokenOf() {
        return Docs.inLine().stream()
                .filter(code -> code.text().matches("(\\./)?zeef [a-z].*"))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("typed")
    void canBeTyped(Quoted command) {
        String program = command.text().split(" ")[0];
        if (!program.equals("./zeef")) {
            assertThat(NOT_OURS).as(command.toString()).containsKey(program);
            return;
        }
        try {
            line().parseArgs(words(command.text()));
        } catch (CommandLine.ParameterException e) {
            fail(command + ": " + e.getMessage());
        }
    }

    /** Within a sentence a command may leave out what it needs, but names nothing that there is not. */
    @ParameterizedTest
    @MethodSource("spokenOf")
    void isACommandThatThereIs(Quoted command) {
        try {
            line().parseArgs(words(command.text()));
        } catch (CommandLine.MissingParameterException e) {
            // it is only spoken of
        } catch (CommandLine.ParameterException e) {
            fail(command + ": " + e.getMessage());
        }
    }

    @Test
    void everyOptionThatIsSpokenOfIsOneOfSomeCommand() {
        Set<String> known = options(line(), new TreeSet<>());
        for (Quoted code : Docs.inLine()) {
            Matcher option = OPTION.matcher(code.text());
            if (option.lookingAt()) {
                assertThat(known).as(code.toString()).contains(option.group());
            }
        }
    }

    @Test
    void findsWhatCannotBeTyped_soThatSilenceMeansSomething() {
        assertThat(typed()).hasSizeGreaterThan(30);
        assertThat(spokenOf()).hasSizeGreaterThan(20);
        assertThat(words("./zeef open a --close 2026-12-31 --reason \"moved away\" # why | less"))
                .containsExactly("open", "a", "--close", "2026-12-31", "--reason", "moved away");
    }

    private static Set<String> options(CommandLine command, Set<String> known) {
        command.getCommandSpec().options().forEach(option -> known.addAll(List.of(option.names())));
        command.getSubcommands().values().forEach(each -> options(each, known));
        return known;
    }

    private static CommandLine line() {
        return Zeef.line(Today.wallClock());
    }

    /** As a shell would hand them over, up to a comment, a pipe or a file that takes the output. */
    public static String[] words(String command) {
        List<String> words = new ArrayList<>();
        Matcher word = WORD.matcher(command);
        while (word.find() && !Set.of("#", "|", ">").contains(word.group())) {
            words.add(word.group(1) != null ? word.group(1) : word.group(2) != null ? word.group(2) : word.group(3));
        }
        return words.subList(1, words.size()).toArray(String[]::new);
    }
}
