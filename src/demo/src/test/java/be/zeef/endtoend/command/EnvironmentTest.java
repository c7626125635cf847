package be.zeef.endtoend.command;

import static org.assertj.core.api.Assertions.assertThat;

import be.zeef.cli.Overrides;
import be.zeef.cli.Zeef;
import be.zeef.cli.text.Json;
import be.zeef.endtoend.city.CommandSaid;
import be.zeef.sandbox.ReadyKeys;
import be.zeef.subject.Today;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;

/** What the machine refuses, and what is no file where a file is meant, is told as what it is; by every command. */
class EnvironmentTest {

    /** What else a command must be given, by what its help calls it. */
    private static final Map<String, String> REQUIRED = Map.ofEntries(
            Map.entry("AGREEMENT", "gent-huisvuilzakken"),
            Map.entry("--as", "sender"),
            Map.entry("--reason", "asked"),
            Map.entry("--by", "an"),
            Map.entry("TEXT", "pom.xml"),
            Map.entry("FILE", "pom.xml"),
            Map.entry("WHAT", "1"),
            Map.entry("NAME", "none"),
            Map.entry("-", "-"));

    @TempDir
    static Path folder;

    private Path data;
    private String config;

    @BeforeEach
    void settings() throws IOException {
        data = folder.resolve("data");
        if (Files.notExists(data)) {
            ReadyKeys.copy(data.resolve("keys"), data.resolve("sandbox/keys"));
            Files.createDirectory(folder.resolve("a-folder"));
            Files.writeString(folder.resolve("a-file"), "no more than this\n");
        }
        config = config(Map.of());
    }

    private String config(Map<String, Object> more) throws IOException {
        Map<String, Object> own = new HashMap<>();
        own.put("data", data.toString());
        own.put("home", Path.of("").toAbsolutePath().toString());
        Path file = Files.createTempFile(folder, "zeef", ".yaml");
        return "--config=" + Files.writeString(file, Json.of(Overrides.over(own, more)));
    }

    /** Each command with each of its files, which is a folder, in a folder that is not there, or below a file. */
    static Stream<List<String>> everyFileOfEveryCommand() {
        List<List<String>> all = new ArrayList<>();
        collect(Zeef.line(Today.wallClock()), List.of(), all);
        return all.stream();
    }

    private static void collect(CommandLine line, List<String> path, List<List<String>> all) {
        for (ArgSpec arg : line.getCommandSpec().args()) {
            boolean file = arg.type() == Path.class
                    || Arrays.asList(arg.auxiliaryTypes()).contains(Path.class);
            if (file && !name(arg).equals("--config")) {
                for (String bad : List.of("a-folder", "no-folder/x", "a-file/x")) {
                    all.add(words(line, path, arg, bad));
                }
            }
        }
        line.getSubcommands()
                .forEach((name, sub) -> collect(
                        sub, Stream.concat(path.stream(), Stream.of(name)).toList(), all));
    }

    private static List<String> words(CommandLine line, List<String> path, ArgSpec file, String bad) {
        List<String> words = new ArrayList<>(path);
        for (ArgSpec arg : line.getCommandSpec().args()) {
            if (arg == file) {
                words.add((arg.isOption() ? name(arg) + "=" : "") + "BAD/" + bad);
            } else if (arg.required()) {
                String value = path.contains("validate") && name(arg).equals("--as")
                        ? "agreement"
                        : REQUIRED.getOrDefault(name(arg), "x");
                words.add((arg.isOption() ? name(arg) + "=" : "") + value);
            }
        }
        if (name(file).equals("--password-file")) {
            words.add("--key=pom.xml");
        }
        return words;
    }

    private static String name(ArgSpec arg) {
        return arg instanceof OptionSpec option ? option.longestName() : arg.paramLabel();
    }

    @ParameterizedTest
    @MethodSource
    void everyFileOfEveryCommand(List<String> words) {
        String[] line = Stream.concat(words.stream(), Stream.of(config))
                .map(word -> word.replace("BAD", folder.toString()))
                .toArray(String[]::new);

        CommandSaid said = CommandSaid.reading("", line);

        assertThat(said.code()).as(said.text()).isIn(1, 2);
        assertThat(said.text())
                .isNotBlank()
                .doesNotContain("not foreseen", "Exception", "java.")
                .doesNotContain("null");
    }

    @Test
    void thereAreCommandsWithFiles() {
        assertThat(everyFileOfEveryCommand()).hasSizeGreaterThan(90);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            jdbc:postgresql://127.0.0.1:1/zeef       | Nothing answers at the host and port of the database.
            jdbc:postgresql://no-such-host.invalid/z | The host of the database is known to nobody.
            jdbc:h2:file:FOLDER/a-file/x             | is no folder
            """)
    void aDatabaseThatDoesNotOpen(String url, String told) throws IOException {
        String settings = config(Map.of("database", Map.of("url", url.replace("FOLDER", folder.toString()))));

        CommandSaid said = CommandSaid.of("open", "gent-huisvuilzakken", settings);

        assertThat(said.code()).as(said.text()).isEqualTo(1);
        assertThat(said.text()).contains(told).doesNotContain("not foreseen", "Exception");
    }

    @Test
    void aDatabaseThatRefusesOurPassword() throws IOException {
        String url = "jdbc:h2:file:" + folder.resolve("own/zeef");
        String first = config(Map.of("database", Map.of("url", url, "password", "one")));
        assertThat(CommandSaid.of("open", "gent-huisvuilzakken", first).code()).isZero();

        String second = config(Map.of("database", Map.of("url", url, "password", "another")));
        CommandSaid said = CommandSaid.of("open", "gent-huisvuilzakken", second);

        assertThat(said.code()).isEqualTo(1);
        assertThat(said.text())
                .contains("The database refuses our user or password")
                .doesNotContain("another", "not foreseen");
    }

    /** Also the log, which lies there, says so on standard error; the command ends as refused. */
    @Test
    void aDataFolderThatIsAFile() throws IOException {
        String settings = config(Map.of("data", folder.resolve("a-file").toString()));

        CommandSaid said = CommandSaid.of("open", "gent-huisvuilzakken", settings);

        assertThat(said.code()).as(said.text()).isIn(1, 2);
        assertThat(said.text()).contains("folder").doesNotContain("not foreseen", "Exception");
    }
}
