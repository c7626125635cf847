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
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Whoever signs an agreement is told all that is obtained and all that leaves, and {@code check} sees to it. */
class CategoryCheckTest {

    @TempDir
    Path folder;

    static List<String> agreements() {
        return new Agreements(Path.of("mappings")).ids();
    }

    @ParameterizedTest
    @MethodSource("agreements")
    void findsNothing_inTheAgreementsThatShip(String id) throws IOException {
        assertThat(found(Path.of("mappings"), id)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "ocmwMaatregel, check.category-obtained",
        "verhoogdeTegemoetkoming, check.category-obtained",
        "insz, check.category-sent",
        "categorie, check.category-sent",
        "period, check.category-sent"
    })
    void findsWhatIsNotExplained(String name, String code) throws IOException {
        Path mappings =
                Mappings.copy(folder, "gent-huisvuilzakken", "    " + name + ": ", "    another-" + name + ": ");

        assertThat(found(mappings, "gent-huisvuilzakken"))
                .extracting(Finding::code)
                .containsExactlyInAnyOrder(code, "check.category-idle");
    }

    /** The measures are no more asked for, and the prose still says so. */
    @Test
    void findsWhatIsExplainedAndDoesNotHappen() throws IOException {
        Path mappings = Mappings.copy(
                folder,
                "gent-huisvuilzakken",
                "  ocmw:\n    measures: [CSR, BB, BG]\n    on: day-of-refresh                                    # one day for both sources\n",
                "");

        assertThat(found(mappings, "gent-huisvuilzakken")).singleElement().satisfies(finding -> {
            assertThat(finding.code()).isEqualTo("check.category-idle");
            assertThat(finding.arguments()).containsExactly("ocmwMaatregel");
        });
    }

    private static List<Finding> found(Path mappings, String id) throws IOException {
        return AgreementCheck.of(new Agreements(mappings), mappings, id).findings().stream()
                .filter(finding -> finding.code().startsWith("check.category"))
                .toList();
    }
}
