package be.zeef.check;

import static org.assertj.core.api.Assertions.assertThat;

import be.zeef.validation.Finding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code zeef check} says of route files: of those that ship, and of such as somebody mistyped. */
class RouteCheckTest extends RouteCheckCase {

    private static final String WATCH = """
            - route:
                from:
                  uri: "sftp:{{partners.ivago.host}}:{{partners.ivago.port}}/{{partners.ivago.out}}"
                  parameters:
                    username: "{{partners.ivago.user}}"
                    filter: "#acceptedFiles"
                    delay: "{{partners.ivago.poll}}"
                  steps:
                    - to: "direct:next"
            """;

    private static final String STEP = """
            - route:
                from: "direct:start"
                steps:
            """;

    @Test
    void findsNothingInTheRoutesThatShip() throws IOException {
        assertThat(check(Path.of("").toAbsolutePath()).findings()).isEmpty();
    }

    /** Every option of every endpoint that ships, misspelt, is told by its file, its line, its endpoint and its name. */
    @Test
    void findsEveryOptionThatShips_onceItIsMisspelt() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("routes"))) {
            for (Path file :
                    files.filter(each -> !each.toString().contains("openapi")).toList()) {
                List<String> lines = Files.readAllLines(file);
                copy();
                for (int i = 0; i < lines.size(); i++) {
                    if (isOption(lines, i)) {
                        misspell(file.getFileName().toString(), lines, i);
                    }
                }
            }
        }
    }

    /** Templates of one file are used by others. */
    private void copy() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("routes"))) {
            for (Path file : files.toList()) {
                Files.copy(file, routes.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    private static boolean isOption(List<String> lines, int line) {
        if (lines.get(line).strip().startsWith("-")) {
            return false; // a parameter of a template
        }
        int above = line;
        while (above > 0 && indent(lines.get(above)) >= indent(lines.get(line))) {
            above--;
        }
        return lines.get(above).strip().startsWith("parameters:");
    }

    private static int indent(String line) {
        return line.length() - line.stripLeading().length();
    }

    private void misspell(String file, List<String> lines, int at) throws IOException {
        String option = lines.get(at).strip().split(":")[0];
        List<String> wrong = new ArrayList<>(lines);
        wrong.set(at, lines.get(at).replace(option + ":", option + "x:"));
        Files.writeString(routes.resolve(file), String.join("\n", wrong));
        List<Finding> findings = check(home).findings();
        assertThat(findings).as("%s, line %s", file, at + 1).anySatisfy(finding -> {
            assertThat(finding.code()).isEqualTo("check.endpoint-option");
            assertThat(finding.location().line()).isEqualTo(at + 1);
            assertThat(finding.arguments()).startsWith(file).endsWith(option + "x");
        });
    }

    @Test
    void namesFileLineEndpointAndOption_inThreeLanguages() throws IOException {
        Finding finding = only(WATCH.replace("delay:", "dellay:"));

        assertThat(finding.code()).isEqualTo("check.endpoint-option");
        assertThat(finding.location().line()).isEqualTo(7);
        assertThat(List.of(Locale.ENGLISH, Locale.FRENCH, Locale.forLanguageTag("nl")))
                .allSatisfy(language -> assertThat(finding.text(language))
                        .contains(
                                "mine.yaml",
                                "sftp:{{partners.ivago.host}}:{{partners.ivago.port}}/{{partners.ivago.out}}",
                                "dellay"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            username: | usernamme: | check.endpoint-option
            delay: | fileExist: | check.endpoint-side
            "{{partners.ivago.poll}}" | soon | check.endpoint-value
            sftp: | sfttp: | check.endpoint-component
            {{partners.ivago.host}} | {{partners.ivago.hots}} | check.endpoint-place
            "direct:next" | "direct:next?block=perhaps" | check.endpoint-value
            "direct:next" | "direct:next?blok=true" | check.endpoint-option
            "direct:next" | "jms:queue:next" | check.endpoint-component
            "direct:next" | "direct:" | check.endpoint-syntax
            "direct:next" | "direct:?block=true" | check.endpoint-missing
            """)
    void findsWhatIsMistyped(String good, String mistyped, String code) throws IOException {
        assertThat(check(WATCH.replace(good, mistyped)).findings())
                .extracting(Finding::code)
                .contains(code);
        assertThat(check(WATCH).findings()).isEmpty();
    }

    @Test
    void findsAFolderThatIsReadWhateverItsFilesAreCalled() throws IOException {
        assertThat(only(WATCH.replace("        filter: \"#acceptedFiles\"\n", ""))
                        .code())
                .isEqualTo("check.endpoint-filter");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "- toD: \"sftp:host/${header.CamelFileName}\"",
                "- toD: {uri: \"sftp:host?fileName=${header.CamelFileName}\"}",
                "- to: \"sftp:host/${header.CamelFileName}\"",
                "- wireTap: {uri: \"direct:${body}\"}",
                "- poll: {uri: \"file:in?fileName=$simple{header.name}\"}",
                "- pollEnrich: {simple: \"sftp:host/out?fileName=${header.CamelFileName}&delete=true\", timeout: 10}",
                "- pollEnrich: {expression: {simple: \"file:in?fileName=${header.name}\"}}",
                "- enrich: {header: next}",
                "- recipientList: {simple: \"direct:a,direct:${body}\"}",
                "- routingSlip: {header: slip}",
                "- dynamicRouter: {method: {ref: router}}",
                "- choice: {when: [{simple: \"${body}\", steps: [{toD: \"direct:${body}\"}]}]}"
            })
    void findsAnEndpointThatIsMadeFromAMessage(String step) throws IOException {
        Finding finding = only(STEP + "      " + step + "\n");

        assertThat(finding.code()).isEqualTo("check.endpoint-dynamic");
        assertThat(finding.location().line()).isEqualTo(4);
    }

    @Test
    void leavesAnEndpointThatIsTheSameForEveryMessage() throws IOException {
        assertThat(check(STEP + "      - enrich: {constant: \"direct:next\"}\n      - toD: \"direct:next\"\n")
                        .findings())
                .isEmpty();
    }

    @Test
    void findsAFileThatIsNoRoute() throws IOException {
        assertThat(only("- steps: []").code()).isEqualTo("check.route");
        assertThat(only("- route: {").code()).isEqualTo("check.route");
    }
}
