package be.zeef.cli;

import static org.assertj.core.api.Assertions.assertThat;

import be.zeef.cli.text.Json;
import be.zeef.subject.Today;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/**
 * With {@code --json} every command says one object, whatever happens, and its exit code stands in it; {@code docs/commands.md} names every
 * command and every field that is met here.
 */
class JsonContractTest {

    private static final Path DOCS = Path.of("docs/commands.md").toAbsolutePath();
    private static final Set<String> EVERYWHERE = Set.of("command", "findings", "exitCode");
    private static final Set<String> OF_A_REPORT = Set.of("subject", "acceptable");
    private static final Set<String> OF_A_FINDING = Set.of("severity", "code", "line", "column", "path", "text");

    @TempDir
    static Path folder;

    private static String config;

    @BeforeAll
    static void settings() throws Exception {
        config = Files.writeString(
                        folder.resolve("zeef.yaml"),
                        Json.of(Map.of(
                                "data",
                                folder.resolve("data").toString(),
                                "home",
                                Path.of("").toAbsolutePath().toString())))
                .toString();
        Files.writeString(folder.resolve("population.csv"), "insz\n78661200190\n");
        Files.writeString(folder.resolve("bad.csv"), "insz\n78661200191\n");
    }

    /** As it is typed, such as {@code ledger verify}. */
    static Stream<String> everyCommand() {
        List<String> all = new ArrayList<>();
        collect(Zeef.line(Today.wallClock()).getCommandSpec(), "", all);
        return all.stream();
    }

    private static void collect(CommandSpec command, String path, List<String> all) {
        if (command.userObject() instanceof Callable || command.userObject() instanceof Method) {
            all.add(path.strip());
        }
        command.subcommands().forEach((name, sub) -> collect(sub.getCommandSpec(), path + " " + name, all));
    }

    private record Said(int code, JsonNode json) {}

    private static Said said(String typed, String... more) {
        StringWriter out = new StringWriter();
        CommandLine line = Zeef.line(Today.wallClock());
        line.setOut(new PrintWriter(out, true)).setErr(new PrintWriter(new StringWriter(), true));
        InputStream before = System.in;
        try {
            System.setIn(new ByteArrayInputStream("78661200190\n".getBytes(StandardCharsets.UTF_8)));
            String[] words = Stream.concat(Stream.of(typed.split(" ")), Stream.of(more))
                    .filter(word -> !word.isEmpty())
                    .toArray(String[]::new);
            int code = line.execute(words);
            assertThat(out.toString()).as(typed).hasLineCount(1);
            JsonNode json = new ObjectMapper().readTree(out.toString());
            assertThat(json.isObject()).isTrue();
            assertThat(json.path("exitCode").asInt(-1))
                    .as("%s: %s", typed, json)
                    .isEqualTo(code);
            assertThat(json.path("command").asText()).isEqualTo("zeef " + command(typed));
            assertThat(json.path("findings").isArray()).isTrue();
            json.path("findings").forEach(finding -> assertThat(names(finding)).isEqualTo(OF_A_FINDING));
            return new Said(code, json);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        } finally {
            System.setIn(before);
        }
    }

    private static String command(String typed) {
        return everyCommand()
                .filter(each -> (typed + " ").startsWith(each + " "))
                .max(java.util.Comparator.comparing(String::length))
                .orElseThrow();
    }

    private static Set<String> names(JsonNode json) {
        return json.properties().stream().map(Map.Entry::getKey).collect(Collectors.toSet());
    }

    @ParameterizedTest
    @MethodSource("everyCommand")
    void misuseIsOneObject(String command) {
        Said said = said(command, "--json", "--no-such-option");

        assertThat(said.code()).isEqualTo(2);
        assertThat(said.json().at("/findings/0/code").asText()).isEqualTo("command.misuse");
    }

    @ParameterizedTest
    @CsvSource({
        "agreement hash gent-uitpas, 0",
        "agreement hash gent-no-such, 2",
        "agreement show gent-uitpas, 0",
        "agreement show gent-no-such, 2",
        "agreement list gent-uitpas, 0",
        "agreement list gent-no-such, 2",
        "agreement diff gent-uitpas gent-uitpas, 0",
        "agreement diff gent-uitpas wingene-korting, 1",
        "agreement diff gent-uitpas gent-no-such, 2",
        "ask gent-uitpas - --clerk 78661200190, 2",
        "ask gent-no-such - --clerk an, 2",
        "ask gent-huisvuilzakken - --clerk an, 1",
        "check gent-uitpas, 0",
        "check gent-no-such, 2",
        "claim list heusden-zolder-lidgeld, 0",
        "claim list gent-uitpas, 1",
        "claim list gent-no-such, 2",
        "claim withdraw heusden-zolder-lidgeld --reference R-1 --reason weg --clerk an, 1",
        "claim withdraw heusden-zolder-lidgeld --reference 78661200190 --reason weg --clerk an, 2",
        "grant gent-no-such - --reason attest --by an, 2",
        "grant gent-uitpas - --reason attest --by an, 1",
        "ledger verify, 0",
        "ledger seal, 0",
        "ledger prune, 0",
        "ledger prune gent-no-such, 2",
        "ledger subject - --by an --reason vraag, 0",
        "ledger subject - --by 78661200190 --reason vraag, 2",
        "ledger export FOLDER/e.zip --by an --reason vraag, 0",
        "ledger export FOLDER/zeef.yaml --by an --reason vraag, 2",
        "objection list, 0",
        "objection list --agreement gent-no-such, 2",
        "objection enter - --all --kind objection --by an --reason vraag, 0",
        "objection withdraw - --agreement gent-uitpas --kind objection --by an --reason vraag, 1",
        "objection withdraw - --all --kind restriction --by an --reason vraag, 2",
        "open gent-huisvuilzakken, 0",
        "open gent-huisvuilzakken --close 2020-12-31 --reason over --by an, 1",
        "open gent-no-such, 2",
        "prove gent-no-such, 2",
        "report gent-huisvuilzakken, 0",
        "report gent-no-such, 2",
        "sync gent-no-such, 2",
        "sync gent-uitpas --population FOLDER/none.csv, 2",
        "trust show, 1",
        "trust make FOLDER/none.yaml --key FOLDER/none.p12, 2",
        "validate FOLDER/population.csv --as population, 1",
        "validate FOLDER/population.csv --as no-such, 2"
    })
    void everyEndIsOneObject(String typed, int code) throws Exception {
        Said said = said(typed.replace("FOLDER", folder.toString()), "--json", "--config", config);

        assertThat(said.code()).as(said.json().toString()).isEqualTo(code);
        if (code == 2) {
            assertThat(said.json().findValues("code")).isNotEmpty();
        }
        String row = row(command(typed));
        assertThat(names(said.json()))
                .as("docs/commands.md, zeef %s", command(typed))
                .allMatch(name -> EVERYWHERE.contains(name)
                        || code != 0 && OF_A_REPORT.contains(name)
                        || row.contains("`" + name + "`"));
    }

    @ParameterizedTest
    @MethodSource("everyCommand")
    void everyCommandIsTold(String command) throws Exception {
        assertThat(row(command)).isNotEmpty();
    }

    @Test
    void noCommandIsTold_thatThereIsNot() throws Exception {
        Set<String> there = everyCommand().map(each -> "zeef " + each).collect(Collectors.toSet());
        there.addAll(Set.of("zeef demo", "zeef sandbox", "zeef bench counter"));

        assertThat(Files.readAllLines(DOCS).stream()
                        .map(Pattern.compile("^\\| `(zeef [a-z ]+)`.*")::matcher)
                        .filter(java.util.regex.Matcher::matches)
                        .map(match -> match.group(1)))
                .isNotEmpty()
                .allMatch(there::contains);
    }

    private static String row(String command) throws Exception {
        return Files.readAllLines(DOCS).stream()
                .filter(line -> line.startsWith("| `zeef " + command + "` |"))
                .findFirst()
                .orElse("");
    }
}
