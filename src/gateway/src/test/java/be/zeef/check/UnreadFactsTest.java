package be.zeef.check;

import static org.assertj.core.api.Assertions.assertThat;

import be.zeef.agreement.Agreements;
import be.zeef.validation.Finding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Minimisation: what no rule decides by is not to be asked, and {@code check} says so. */
class UnreadFactsTest {

    @TempDir
    Path folder;

    static List<String> agreements() {
        return new Agreements(Path.of("mappings")).ids();
    }

    @ParameterizedTest
    @MethodSource("agreements")
    void areNone_inTheAgreementsThatShip(String id) throws IOException {
        assertThat(unread(Path.of("mappings"), id)).isEmpty();
    }

    /** The regulation does not count the social supplement, and the agreement has it read. */
    @Test
    void areTold_whereTheRuleNeverLooksAtOne() throws IOException {
        Path mappings = copy("facts: [woontInGemeente]", "facts: [woontInGemeente, socialeToeslag]");

        assertThat(unread(mappings, "wingene-geboortepremie"))
                .singleElement()
                .satisfies(finding -> assertThat(finding.arguments()).containsExactly("socialeToeslag"));
    }

    /** The same fact where another parameter has the rule look at it. */
    @Test
    void areNone_whereAParameterHasTheRuleLookAtIt() throws IOException {
        Path mappings = copy("facts: [woontInGemeente]", "facts: [woontInGemeente, socialeToeslag]");
        Path file = mappings.resolve("agreements/wingene-geboortepremie.yaml");
        Files.writeString(file, Files.readString(file).replace("toeslagTelt: nee", "toeslagTelt: ja"));

        assertThat(unread(mappings, "wingene-geboortepremie")).isEmpty();
    }

    private static List<Finding> unread(Path mappings, String id) throws IOException {
        return AgreementCheck.of(new Agreements(mappings), mappings, id).findings().stream()
                .filter(finding -> finding.code().equals("check.fact-unread"))
                .toList();
    }

    private Path copy(String text, String by) throws IOException {
        Path mappings = folder.resolve("mappings");
        try (Stream<Path> files = Files.walk(Path.of("mappings"))) {
            for (Path from : files.toList()) {
                Path to = mappings.resolve(Path.of("mappings").relativize(from).toString());
                if (Files.isDirectory(from)) {
                    Files.createDirectories(to);
                } else {
                    Files.copy(from, to);
                }
            }
        }
        Path file = mappings.resolve("agreements/wingene-geboortepremie.yaml");
        Files.writeString(file, Files.readString(file).replace(text, by));
        return mappings;
    }
}
