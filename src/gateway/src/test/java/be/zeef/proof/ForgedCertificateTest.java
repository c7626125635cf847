package be.zeef.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who makes a certificate may leave out of it what does not suit him: whoever checks it again misses that. */
class ForgedCertificateTest {

    private static final String UITPAS = "gent-uitpas";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final EditedAgreements AGREEMENTS = new EditedAgreements();

    @TempDir
    Path folder;

    record Said(int code, String text) {}

    @BeforeAll
    static void present() throws Exception {
        try {
            assumeTrue(new ProcessBuilder("python3", "--version").start().waitFor() == 0);
        } catch (IOException e) {
            assumeTrue(false, "skipped: python3 is not on this machine");
        }
    }

    @AfterEach
    void restore() throws IOException {
        AGREEMENTS.restore();
    }

    @AfterAll
    static void close() {
        AGREEMENTS.close();
    }

    private Said forged(Consumer<ObjectNode> change, String... more) throws Exception {
        ObjectNode certificate =
                (ObjectNode) JSON.readTree(Certificate.of(AGREEMENTS.proveRules(AGREEMENTS.load(UITPAS))));
        change.accept(certificate);
        Path file = folder.resolve("certificate.json");
        JSON.writeValue(file.toFile(), certificate);
        Path rules = Files.createDirectories(folder.resolve("home/mappings/rules"));
        Files.write(
                rules.resolve("gent-uitpas.dmn"),
                Files.readAllBytes(AGREEMENTS.mappings().resolve("rules/gent-uitpas.dmn")));
        List<String> command = new ArrayList<>(List.of(
                "python3",
                "conformance-tests/proof/recheck.py",
                file.toString(),
                folder.resolve("home").toString()));
        command.addAll(List.of(more));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Said(process.waitFor(), text);
    }

    private static void isRefused(Said said, String why) {
        assertThat(said.text()).contains(why).contains("refused: ");
        assertThat(said.code()).isEqualTo(1);
    }

    private static List<ObjectNode> results(ObjectNode certificate, String property) {
        List<ObjectNode> results = new ArrayList<>();
        for (JsonNode result : certificate.get("results")) {
            if (result.get("property").asText().equals(property)) {
                results.add((ObjectNode) result);
            }
        }
        return results;
    }

    private static ObjectNode benefit(ObjectNode certificate) {
        return (ObjectNode) certificate.at("/benefits/0");
    }

    @Test
    void shouldPass_whenNothingIsForged() throws Exception {
        assertThat(forged(certificate -> {}).code()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"total", "never-silent", "needed", "non-interference", "disclosure"})
    void shouldMissAResultThatIsLeftOut(String property) throws Exception {
        isRefused(
                forged(certificate -> certificate
                        .withArray("results")
                        .removeIf(result -> result.get("property").asText().equals(property))),
                property + " of gent-uitpas is not told");
    }

    @Test
    void shouldRefuseACertificateThatSaysNothing() throws Exception {
        isRefused(
                forged(certificate -> {
                    certificate.withArray("benefits").removeAll();
                    certificate.withArray("results").removeAll();
                }),
                "needed of gent-uitpas is not told");
    }

    @Test
    void shouldRefuseAnothersCertificate() throws Exception {
        isRefused(forged(certificate -> certificate.put("agreement", "gent-onderwijs")), "of another agreement");
        isRefused(forged(certificate -> {}, "ab".repeat(32)), "another version than abab");
        String version = AGREEMENTS.load(UITPAS).version();
        assertThat(forged(certificate -> {}, version).code()).isZero();
    }

    /** Of a fact that may be less, less is tried. */
    @Test
    void shouldKnowWhatAFactMayBe() throws Exception {
        isRefused(
                forged(certificate -> {
                    ((ArrayNode) benefit(certificate).at("/facts/1/values")).remove(1);
                    results(certificate, "total")
                            .get(0)
                            .withArray("/table/cases")
                            .removeIf(row ->
                                    row.at("/facts/socialeStatus").asText().equals("no"));
                }),
                "socialeStatus may be something else");
    }

    /** What is said to be given is not tried at all. */
    @Test
    void shouldKnowWhatIsAFact() throws Exception {
        isRefused(
                forged(certificate -> {
                    benefit(certificate).withArray("facts").remove(1);
                    benefit(certificate).withObject("given").put("socialeStatus", "no");
                }),
                "socialeStatus is given as something that was not to be");
        isRefused(
                forged(certificate -> benefit(certificate).withArray("facts").remove(1)),
                "it is not said what socialeStatus is");
    }

    /** What the agreement may justify is that something is left open or asked for nothing; nobody's silent refusal. */
    @Test
    void shouldRefuseASilentRefusal_whenSomethingElseIsJustified() throws Exception {
        AGREEMENTS.replace(
                "rules/gent-uitpas.dmn",
                "<inputEntry id=\"r4b\"><text>\"no\"</text>",
                "<inputEntry id=\"r4b\"><text>\"no\",\"unknown\"</text>");

        isRefused(
                forged(certificate -> {
                    certificate.put("holds", true);
                    certificate.get("results").forEach(result -> ((ObjectNode) result).put("holds", true));
                    certificate
                            .withArray("justified")
                            .addObject()
                            .put("finding", "left-open")
                            .put("about", "something")
                            .put("why", "so");
                }),
                "never-silent of gent-uitpas is told otherwise than it is");
    }
}
