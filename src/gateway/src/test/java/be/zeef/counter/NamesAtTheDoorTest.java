package be.zeef.counter;

import static org.assertj.core.api.Assertions.assertThat;

import be.zeef.ledger.Written;
import be.zeef.security.reading.Yaml;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the counter's HTTP API takes as words of people is a name or a reference, and neither may be somebody's number. */
class NamesAtTheDoorTest {

    /** Nothing but digits, days, sums, a language or an id that must be one of ours: no words of people. */
    private static final Set<String> NO_WORDS =
            Set.of("agreement", "Accept-Language", "insz", "on", "card", "amount", "year");

    /** {@link Clerk}; {@link Written#faultOfReference}; a key of the register, which takes none with a number in it. */
    private static final Set<String> WORDS = Set.of("Zeef-Clerk", "reference", "association");

    @Test
    void everyTextOfTheContractIsKnownHere() throws Exception {
        JsonNode contract = Yaml.tree(Path.of("routes/counter.openapi.yaml").toAbsolutePath());
        Set<String> texts = new TreeSet<>();
        contract.path("paths").forEach(path -> {
            path.findValues("parameters")
                    .forEach(all ->
                            all.forEach(each -> texts.add(each.path("name").textValue())));
            path.findValues("requestBody").forEach(body -> body.findValuesAsText("$ref").stream()
                    .filter(ref -> ref.startsWith("#/components/schemas/"))
                    .forEach(ref -> contract.at(ref.substring(1))
                            .path("properties")
                            .fieldNames()
                            .forEachRemaining(texts::add)));
        });

        assertThat(texts).containsAll(WORDS).allMatch(name -> NO_WORDS.contains(name) || WORDS.contains(name));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "78661200190",
                "78.66.12-001.90",
                "78 66 12 001 90",
                "\uff17\uff18\uff16\uff16\uff11\uff12\uff10\uff10\uff11\uff19\uff10",
                "an-78661200190-x",
                "voor 78.66.12-001.90, zie attest",
                "7866l2OO19O"
            })
    void noneMayBeANumber(String text) {
        assertThat(Clerk.of(text)).isEmpty();
        assertThat(Clerk.ofHeader(new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1)))
                .isEmpty();
        assertThat(Written.faultOfReference(text, "/reference")).isPresent();
    }
}
