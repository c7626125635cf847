package be.zeef.check;

import static org.assertj.core.api.Assertions.assertThat;

import be.zeef.agreement.Agreements;
import be.zeef.validation.Finding;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
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
        Path mappings = Mappings.copy(
                folder,
                "wingene-geboortepremie",
                "facts: [woontInGemeente]",
                "facts: [woontInGemeente, socialeToeslag]");

        assertThat(unread(mappings, "wingene-geboortepremie"))
                .singleElement()
                .satisfies(finding -> assertThat(finding.arguments()).containsExactly("socialeToeslag"));
    }

    /** The same fact where another parameter has the rule look at it. */
    @Test
    void areNone_whereAParameterHasTheRuleLookAtIt() throws IOException {
        Path mappings = Mappings.copy(
                folder,
                "wingene-geboortepremie",
                "facts: [woontInGemeente]",
                "facts: [woontInGemeente, socialeToeslag]");
        Mappings.edit(mappings, "wingene-geboortepremie", "toeslagTelt: nee", "toeslagTelt: ja");

        assertThat(unread(mappings, "wingene-geboortepremie")).isEmpty();
    }

    private static List<Finding> unread(Path mappings, String id) throws IOException {
        return AgreementCheck.of(new Agreements(mappings), mappings, id).findings().stream()
                .filter(finding -> finding.code().equals("check.fact-unread"))
                .toList();
    }
}
