package be.zeef.proof;

import static org.assertj.core.api.Assertions.assertThat;

import be.zeef.security.reading.Yaml;
import be.zeef.validation.Finding;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every wrong agreement in {@code conformance-tests/proof/wrong} is caught, in the words that are written beside it. */
class WrongAgreementsTest {

    private static final EditedAgreements AGREEMENTS = new EditedAgreements();

    private static final Path WRONG = Path.of("conformance-tests/proof/wrong");

    @AfterEach
    void restore() throws Exception {
        AGREEMENTS.restore();
    }

    @AfterAll
    static void close() {
        AGREEMENTS.close();
    }

    static List<String> wrong() throws Exception {
        try (Stream<Path> files = Files.list(WRONG)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("wrong")
    void shouldBeCaught_inTheWordsWrittenBesideIt(String file) throws Exception {
        JsonNode wrong = Yaml.tree(Files.readString(WRONG.resolve(file)));
        String id = wrong.path("of").asText();
        for (JsonNode edit : wrong.path("edits")) {
            AGREEMENTS.edit(edit);
        }
        Proof proof =
                wrong.path("answers").asBoolean() ? AGREEMENTS.prove(id) : AGREEMENTS.proveRules(AGREEMENTS.load(id));
        Finding finding = EditedAgreements.failures(proof).stream()
                .filter(each -> each.code().equals(wrong.path("finding").asText()))
                .findFirst()
                .orElseThrow(() -> new AssertionError(EditedAgreements.failures(proof)));

        wrong.path("says").properties().forEach(said -> assertThat(finding.text(Locale.forLanguageTag(said.getKey())))
                .isEqualTo(said.getValue().asText()));
        assertThat(proof.holds()).isFalse();
    }

    /** What an agreement declares and justifies refuses nothing, and the certificate names it. */
    @Test
    void shouldHold_namingTheReason_whenItIsJustified() throws Exception {
        AGREEMENTS.edit(
                Yaml.tree(Files.readString(WRONG.resolve("over-asked.yaml"))).at("/edits/0"));
        AGREEMENTS.edit("gent-uitpas", tree -> tree.putObject("proof")
                .putArray("justified")
                .addObject()
                .put("finding", "over-asked")
                .put("about", "GeefSociaalStatuut-03.00 statuut DISABILITY")
                .put("why", "the source answers only when both are asked"));
        Proof proof = AGREEMENTS.proveRules(AGREEMENTS.load("gent-uitpas"));

        assertThat(proof.holds()).isTrue();
        assertThat(new String(Certificate.of(proof), StandardCharsets.UTF_8))
                .contains("the source answers only when both are asked");
    }
}
