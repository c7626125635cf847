package be.zeef.endtoend.command;

import static org.assertj.core.api.Assertions.assertThat;

import be.zeef.cli.Zeef;
import be.zeef.cli.text.Json;
import be.zeef.endtoend.city.CommandSaid;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Whoever types a command wrongly is told what belongs there, gets exit code 2, and never reads back what may be a number. */
class MisuseTest {

    private static final String PERSON = "78661200190";

    @TempDir
    Path folder;

    private String config;

    @BeforeEach
    void settings() throws Exception {
        Path file = folder.resolve("zeef.yaml");
        Files.writeString(
                file,
                Json.of(Map.of(
                        "data",
                        folder.resolve("data").toString(),
                        "home",
                        Path.of("").toAbsolutePath().toString())));
        config = "--config=" + file;
    }

    private CommandSaid misused(String... words) {
        CommandSaid said = CommandSaid.of(words);
        assertThat(said.code()).as(said.text()).isEqualTo(2);
        assertThat(said.text()).doesNotContain(PERSON).doesNotContain("java.", "Exception");
        return said;
    }

    /** Every option of every command that can be typed in a form it does not take. */
    static Stream<List<String>> everyTypedOption() {
        List<List<String>> all = new ArrayList<>();
        collect(Zeef.line(be.zeef.subject.Today.wallClock()), List.of(), all);
        return all.stream();
    }

    private static void collect(CommandLine line, List<String> path, List<List<String>> all) {
        for (OptionSpec option : line.getCommandSpec().options()) {
            if (option.arity().max() == 0 || !onlyTexts(option)) {
                all.add(Stream.concat(path.stream(), Stream.of(option.longestName() + "=" + PERSON))
                        .toList());
            }
        }
        line.getSubcommands()
                .forEach((name, sub) -> collect(
                        sub, Stream.concat(path.stream(), Stream.of(name)).toList(), all));
    }

    private static boolean onlyTexts(ArgSpec arg) {
        return Stream.concat(Stream.of(arg.type()), Arrays.stream(arg.auxiliaryTypes()))
                .noneMatch(
                        type -> type.isEnum() || type == LocalDate.class || type == Duration.class || isNumber(type));
    }

    private static boolean isNumber(Class<?> type) {
        return type == int.class || type == Integer.class;
    }

    @ParameterizedTest
    @MethodSource
    void everyTypedOption(List<String> words) {
        CommandSaid said = misused(words.toArray(String[]::new));
        String option = words.get(words.size() - 1).split("=")[0];
        assertThat(said.text()).contains(option + " takes ", "--help");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                PERSON,
                "--" + PERSON,
                "--insz=" + PERSON,
                "-x" + PERSON,
                "payment " + PERSON,
                "ask gent-uitpas " + PERSON + " " + PERSON + " --clerk an",
                "ask gent-uitpas " + PERSON + " --clerk an --insz=" + PERSON,
                "ask gent-uitpas " + PERSON + " --clerk an --clerk " + PERSON,
                "serve " + PERSON,
                "sandbox --bank " + PERSON,
                "sandbox --bank NO_ANSWER=" + PERSON,
                "ledger verify " + PERSON,
                "ledger seal " + PERSON,
                "agreement diff " + PERSON + " " + PERSON,
                "agreement suspend " + PERSON + " --reason errs --key pom.xml",
                "agreement suspend gent-uitpas --key pom.xml --reason " + PERSON,
                "ledger prune " + PERSON,
                "ledger export e.zip --by an --reason x --agreement " + PERSON,
                "ledger export e.zip --by " + PERSON + " --reason x",
                "ledger export no/such/folder/" + PERSON + " --by an --reason x",
                "ledger subject " + PERSON + " --by an --reason asked",
                "ledger subject - --reason asked --by " + PERSON,
                "objection enter " + PERSON + " --all --kind objection --by an --reason asked",
                "objection enter - --all --kind " + PERSON + " --by an --reason asked",
                "objection enter - --kind objection --by an --reason asked",
                "objection enter - --all --agreement gent-uitpas --kind objection --by an --reason asked",
                "objection withdraw - --all --kind restriction --by an --reason asked",
                "objection withdraw - --all --kind objection --reason asked --by " + PERSON,
                "agreement new " + PERSON
            })
    void nothingIsRepeated(String words) {
        misused(words.split(" "));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ask gent-uitpas 1 --clerk an --on 16/07/2026 | --on takes a day as 2026-07-16 (year-month-day).",
                "open gent-uitpas --close tomorrow | --close takes a day as 2026-07-16 (year-month-day).",
                "ask gent-uitpas 1 --clerk an --on | nothing that could be its value stands behind --on",
                "open gent-uitpas --close 2026-07-01 --by an | there is no --reason.",
                "ask gent-uitpas | there is no --clerk and no INSZ.",
                "sync gent-uitpas --resmue | there is no option --resmue. Do you mean --resume?",
                "ask gent-uitpas 1 --clerk an --clerk bert | --clerk stands more than once.",
                "sycn gent-uitpas | Do you mean sync?",
                "agreement approve x --as both | --as takes one of sender, recipient.",
                "bench counter --delay 200 | --delay takes a time as PT0.2S",
                "bench counter --callers 0 | --callers takes a whole number from 1 on.",
                "sandbox --households -5 | --households takes a whole number from 1 on.",
                "demo --households 0 | --households takes a whole number from 1 on.",
                "payment | Say what to do: open, close, answers, list, release, show."
            })
    void saysWhatBelongsThere(String words, String text) {
        assertThat(misused(words.split(" ")).text()).contains(text);
    }

    /** What names something that is not there is as wrong as what has another form. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "ask no-such-one 1 --clerk an",
                "sync no-such-one",
                "grant no-such-one 1 --reason proof --by an",
                "open no-such-one",
                "check no-such-one",
                "agreement hash no-such-one",
                "agreement approve no-such-one --as sender --key no-such-file",
                "agreement approve gent-uitpas --as sender",
                "agreement approve gent-uitpas --as sender --signed no-such-file",
                "agreement approve gent-uitpas --as sender --key no-such-file",
                "agreement approve gent-uitpas --as sender --key no-such-file --version-read abc",
                "agreement list no-such-one",
                "agreement diff gent-uitpas no-such-one",
                "agreement suspend no-such-one --reason errs --key pom.xml",
                "agreement suspend gent-uitpas --reason errs",
                "agreement resume gent-uitpas --reason errs --key no-such-file",
                "agreement resume gent-uitpas --reason errs --key pom.xml --token pom.xml",
                "agreement revoke gent-uitpas --reason errs --key pom.xml --of-version abc",
                "trust make no-such-file --key no-such-file",
                "trust show no-such-file",
                "validate no-such-file --as agreement",
                "validate pom.xml --as no-such-one",
                "sync gent-huisvuilzakken --population no-such-file",
                "sync gent-huisvuilzakken --key no-such-file",
                "sync wingene-geboortepremie --dry-run",
                "sync wingene-geboortepremie --key no-such-file",
                "payment list --agreement gent-uitpas",
                "ask gent-uitpas 123 --clerk an",
                "grant heusden-zolder-kinderopvang 123 --reason proof --by an"
            })
    void endsWithTwo_beforeAnythingBegins(String words) {
        misused(Stream.concat(Stream.of(words.split(" ")), Stream.of(config)).toArray(String[]::new));
        assertThat(folder.resolve("data/db")).doesNotExist();
    }

    @Test
    void aFileIsNamed_unlessItsNameMayHoldANumber() {
        assertThat(misused("validate", "extract.csv", "--as=population", config).text())
                .contains("FILE names no file that can be read: extract.csv.");
        assertThat(misused("validate", "78.66.12-001.90.csv", "--as=population", config)
                        .text())
                .doesNotContain("78.66.12")
                .contains("FILE names no file");
        assertThat(misused("check", "--config", PERSON).text()).contains("--config names no file");
    }

    @Test
    void aFileThatIsThere_isNotNamed_whenItsNameMayHoldANumber() throws Exception {
        Path file = Files.writeString(folder.resolve(PERSON + ".csv"), "no extract\n");
        CommandSaid said = CommandSaid.of("validate", file.toString(), "--as=population", config);
        assertThat(said.code()).isEqualTo(1);
        assertThat(said.text()).contains("population.header").doesNotContain(PERSON);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n", "   \n"})
    void nothingOnStandardInput(String input) {
        CommandSaid said = CommandSaid.reading(input, "ask", "gent-uitpas", "-", "--clerk=an", config);
        assertThat(said.code()).isEqualTo(2);
        assertThat(said.text()).contains("nothing came on standard input").contains("press Enter");
    }

    /** picocli would read the file behind it as words of the command. */
    @Test
    void aWordThatBeginsWithAtIsAWord() throws Exception {
        Path file = Files.writeString(folder.resolve("words"), "--help");
        assertThat(misused("agreement", "hash", "@" + file, config).text()).contains("agreement.unknown");
    }

    @Test
    void helpIsNoMisuse() {
        assertThat(CommandSaid.of("ask", "--help").code()).isZero();
        assertThat(CommandSaid.of("agreement", "approve", "--help").text().replaceAll("\\s+", " "))
                .contains("The version that you have read: the 64 signs that 'zeef agreement hash AGREEMENT' printed");
    }
}
