package be.zeef.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import be.zeef.agreement.Agreement;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** A program in another language, outside this code base, checks a certificate again: it believes none of our own evaluation. */
class RecheckTest {

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

    @AfterAll
    static void close() {
        AGREEMENTS.close();
    }

    static List<String> agreements() {
        return EditedAgreements.ids();
    }

    private static String certificate(String id) {
        return certificate(AGREEMENTS.load(id));
    }

    private static String certificate(Agreement agreement) {
        return new String(Certificate.of(AGREEMENTS.proveRules(agreement)), StandardCharsets.UTF_8);
    }

    private Said recheck(String certificate) throws Exception {
        Path file = Files.writeString(folder.resolve("certificate.json"), certificate);
        Process process = new ProcessBuilder("python3", "conformance-tests/proof/recheck.py", file.toString(), ".")
                .redirectErrorStream(true)
                .start();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Said(process.waitFor(), text);
    }

    @ParameterizedTest
    @MethodSource("agreements")
    void shouldFindTheSame(String id) throws Exception {
        Agreement agreement = AGREEMENTS.load(id);

        assertThat(recheck(certificate(agreement)))
                .isEqualTo(new Said(0, "checked again: " + id + ", version " + agreement.version() + "\n"));
    }

    /** Each lie of its own kind. */
    @ParameterizedTest
    @CsvSource({
        "\"outcome\" : \"NOT_ELIGIBLE\", \"outcome\" : \"ELIGIBLE\", is not ELIGIBLE",
        "\"count\" : 27, \"count\" : 26, another number of cases of the rule itself",
        "\"bits\" : 1.585, \"bits\" : 1.0, another number of bits",
        "\"holds\" : true, \"holds\" : false, it does not hold"
    })
    void shouldNameALie(String before, String after, String named) throws Exception {
        String genuine = certificate("gent-uitpas");
        assertThat(genuine).contains(before);
        Said said = recheck(genuine.replaceFirst(Pattern.quote(before), after));

        assertThat(said.text()).contains(named);
        assertThat(said.code()).isEqualTo(1);
    }

    /** A certificate that says that a wrong rule holds: the rule's own table tells otherwise. */
    @Test
    void shouldRefuse_whenACertificateOfAWrongRuleSaysThatItHolds() throws Exception {
        UnaryOperator<String> lying = text -> text.replace("\"holds\" : false", "\"holds\" : true");
        Path home = folder.resolve("home/mappings/rules");
        Files.createDirectories(home);
        AGREEMENTS.replace(
                "rules/gent-uitpas.dmn",
                "<inputEntry id=\"r4b\"><text>\"no\"</text>",
                "<inputEntry id=\"r4b\"><text>\"no\",\"unknown\"</text>");
        String certificate = certificate("gent-uitpas");
        Files.copy(AGREEMENTS.mappings().resolve("rules/gent-uitpas.dmn"), home.resolve("gent-uitpas.dmn"));
        AGREEMENTS.restore();
        Path file = Files.writeString(folder.resolve("lying.json"), lying.apply(certificate));
        Process process = new ProcessBuilder(
                        "python3",
                        "conformance-tests/proof/recheck.py",
                        file.toString(),
                        folder.resolve("home").toString())
                .redirectErrorStream(true)
                .start();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor()).isEqualTo(1);
        assertThat(text).contains("never-silent of gent-uitpas is told otherwise than it is");
    }
}
