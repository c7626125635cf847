package be.zeef.endtoend.source;

import static org.assertj.core.api.Assertions.assertThat;

import be.zeef.endtoend.city.CommandSaid;
import be.zeef.endtoend.city.TestCity;
import be.zeef.sandbox.SandboxKeys;
import be.zeef.security.Keys;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whoever asks at the command line is told apart what passes by itself and what does not: a source that refuses the gateway's key,
 * certificate or sender is ours to mend, and nobody is sent away to ask again later for that.
 */
class RefusedGatewayTest {

    private static final String DAY = "2026-07-16";

    @TempDir
    static Path data;

    private static TestCity city;
    private static String person;

    @BeforeAll
    static void open() throws Exception {
        city = new TestCity(data, 20);
        person = Files.readAllLines(city.population()).get(1).split(";")[0];
    }

    @AfterAll
    static void close() {
        city.close();
    }

    private static CommandSaid ask(Map<String, Object> settings, String... more) throws Exception {
        Path config = Files.createTempFile(data, "zeef", ".yaml");
        new YAMLMapper().writeValue(config.toFile(), settings);
        List<String> words = new java.util.ArrayList<>(
                List.of("ask", "gent-uitpas", "-", "--clerk=an", "--on=" + DAY, "--json", "--config=" + config));
        words.addAll(List.of(more));
        return CommandSaid.reading(person + "\n", words.toArray(String[]::new));
    }

    private static JsonNode answer(CommandSaid said) throws Exception {
        String line = said.text()
                .lines()
                .filter(text -> text.startsWith("{"))
                .findFirst()
                .orElseThrow();
        return new ObjectMapper().readTree(line);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> over(String part, Map<String, Object> with) {
        Map<String, Object> all = city.overrides();
        Map<String, Object> changed = new HashMap<>((Map<String, Object>) all.getOrDefault(part, Map.of()));
        changed.putAll(with);
        all.put(part, changed);
        return all;
    }

    private static Map<String, Object> of(Path otherData) {
        Map<String, Object> all = city.overrides();
        all.put("data", otherData.toString());
        return all;
    }

    private static void assertOurFault(CommandSaid said) throws Exception {
        assertThat(said.code()).isEqualTo(1);
        assertThat(said.text())
                .contains("refuses this gateway", "certificate", "docs/connect-to-magda.md", "It is not a no")
                .doesNotContain("again later")
                .doesNotContain(person);
        JsonNode answer = answer(said);
        assertThat(answer.path("answer").asText()).isEqualTo("not-decidable");
        assertThat(answer.has("until")).isTrue();
        assertThat(answer.get("until").isNull()).isTrue();
    }

    @Test
    void ofASenderThatMagdaDoesNotKnow() throws Exception {
        Map<String, Object> sender = Map.of("uri", "gent.be/somebody-else", "capacity", "ipdc1");
        assertOurFault(ask(over("magda", Map.of("senders", Map.of("gent-uitpas", sender)))));
    }

    @Test
    void ofAKeyThatMagdaRefusesInTheHandshake() throws Exception {
        assertOurFault(ask(of(strangeKeys())));
    }

    /** The city's certificates are trusted, and none of its far ends trusts ours. */
    private static Path strangeKeys() throws Exception {
        Path strange = data.resolve("strange");
        Keys keys = Keys.in(strange.resolve("keys"));
        SandboxKeys.in(data.resolve("strange-far"), keys);
        try (OutputStream out = Files.newOutputStream(keys.folder().resolve("trust.p12"))) {
            Keys.in(data.resolve("keys")).trust().store(out, keys.password());
        }
        return strange;
    }

    @Test
    void ofASourceThatIsDown_aClerkIsToldToAskAgainLater() throws Exception {
        Map<String, Object> nobody = Map.of("default", "https://127.0.0.1:1/");
        CommandSaid said = ask(over("magda", Map.of("endpoints", nobody, "attempts", 1)));
        assertThat(said.code()).isEqualTo(1);
        assertThat(said.text()).contains("ask again later").doesNotContain("refuses this gateway");
    }

    @Test
    void aNoHasNoDay_whichIsNull() throws Exception {
        JsonNode answer = answer(ask(city.overrides()));
        assertThat(answer.path("answer").asText()).isNotEqualTo("yes");
        assertThat(answer.has("until")).isTrue();
        assertThat(answer.get("until").isNull()).isTrue();
    }
}
