package be.zeef.security.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import be.zeef.security.reading.YamlException.Fault;
import be.zeef.security.signing.SigningProfile;
import be.zeef.settings.SettingsFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** YAML of ours says one thing, to people and to the machine. */
class YamlTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "'a: 1\\nb: 2\\na: 3', DUPLICATE, 3",
        "'a: 1\\n\"a\": 3', DUPLICATE, 2",
        "'a: {b: 1, c: 2, b: 3}', DUPLICATE, 1",
        "'- a: 1\\n  b:\\n    c: 1\\n    c: 2', DUPLICATE, 4",
        "'a: [1, {b: 1, b: 1}]', DUPLICATE, 1",
        "'a: 1\\n---\\na: 2', DOCUMENT, 2",
        "'a: 1\\n...\\n---\\nb: 2', DOCUMENT, 3",
        "'a: &x {b: 1}\\nc: 2', ALIAS, 1",
        "'a: &x 1\\nc: *x', ALIAS, 1",
        "'a: {b: 1}\\n<<: {c: 1}', ALIAS, 2",
        "'a: !!binary aGk=', TAG, 1",
        "'!x a: 1', TAG, 1",
        "'? {a: 1}\\n: 2', KEY, 1",
        "'a: [1', SYNTAX, 1",
        "'a: \\0', SYNTAX, 0"
    })
    void shouldRefuseWhatHidesSomething(String text, Fault fault, int line) {
        YamlException refused = catchThrowableOfType(YamlException.class, () -> Yaml.tree(text.translateEscapes()));

        assertThat(refused.fault()).isEqualTo(fault);
        assertThat(refused.line()).isGreaterThanOrEqualTo(line);
        assertThat(refused.getMessage()).contains(line == 0 ? "" : "line " + refused.line());
    }

    @Test
    void shouldReadTheSameKeyInTwoPlaces() throws IOException {
        assertThat(Yaml.tree("a: {b: 1}\nc: {b: 2, a: [x, x]}\n").at("/c/b").asInt())
                .isEqualTo(2);
        assertThat(Yaml.tree("---\na: b # c\n...\n").path("a").asText()).isEqualTo("b");
    }

    @Test
    void shouldRefuseBytesThatAreNoText() {
        assertThatThrownBy(() -> Yaml.text(new byte[] {'a', ':', ' ', (byte) 0xE9}))
                .hasMessageContaining("UTF-8");
    }

    @Test
    void shouldShowAKeyWithoutWhatUpsetsATerminal() {
        String key = "\u001b[31m" + "k".repeat(200);
        assertThatThrownBy(
                        () -> Yaml.tree("\"\\e[31m" + "k".repeat(200) + "\": 1\n\"\\e[31m" + "k".repeat(200) + "\": 2"))
                .satisfies(
                        e -> assertThat(e.getMessage()).doesNotContain("\u001b").doesNotContain(key));
    }

    @Test
    void shouldReadEveryFileThatShips() throws IOException {
        for (String each : new String[] {"mappings", "routes", "security/profiles", "src/gateway/src/main/resources"}) {
            try (Stream<Path> files = Files.walk(Path.of(each))) {
                for (Path file : files.filter(path -> path.toString().endsWith(".yaml"))
                        .filter(path -> !path.toString().contains("cli/agreement/"))
                        .toList()) {
                    assertThat(Yaml.tree(file)).as(file.toString()).isNotEmpty();
                }
            }
        }
    }

    @Test
    void shouldRefuseSettings_namingFileKeyAndLine() throws IOException {
        Path file = Files.writeString(folder.resolve("zeef.yaml"), "profile: production\ndata: x\nprofile: sandbox\n");

        assertThatThrownBy(() -> SettingsFile.read(file, Map.of()))
                .hasMessageContaining("zeef.yaml")
                .hasMessageContaining("line 3")
                .hasMessageContaining("key profile");
    }

    @Test
    void shouldRefuseASigningProfile_namingFileKeyAndLine() throws IOException {
        Path profiles = Files.createDirectories(folder.resolve("security/profiles"));
        String text = Files.readString(Path.of("security/profiles/magda.yaml"));
        Files.writeString(profiles.resolve("magda.yaml"), text + "\ntoken: none\n");

        assertThatThrownBy(() -> SigningProfile.named(folder, "magda"))
                .hasMessageContaining("magda.yaml")
                .hasMessageContaining("line ")
                .hasMessageContaining("'token'");
    }
}
