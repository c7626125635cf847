package be.zeef.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import be.zeef.validation.Finding;
import be.zeef.validation.InvalidMessageException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which columns of a population go along is agreed by both: the agreement names them, and the recipient takes them. */
class ColumnsOfAgreementsTest {

    private static final Path MAPPINGS = Path.of("mappings");
    private static final String BAGS = "agreements/gent-huisvuilzakken.yaml";

    @TempDir
    Path folder;

    @Test
    void areThoseOfTheBags() {
        Agreement bags = new Agreements(MAPPINGS).load("gent-huisvuilzakken");

        assertThat(bags.recipient().columnNames()).containsExactly("wijze", "zone");
        assertThat(bags.recipient().columns().get(0).told("bon")).contains("VOUCHER");
        assertThat(bags.recipient().columns().get(1).told("N3")).contains("N3");
        assertThat(bags.recipient().columns().get(1).told("n3")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "wijze: {column | manier: {column | agreement.column-unknown",
                "bon: VOUCHER | bon: PARCEL | agreement.column-value",
                "pattern: '[A-Z0-9]{1,8}' | pattern: '.*' | agreement.column-pattern",
                "column: ophaalzone | column: toekenningswijze | agreement.column-twice",
                "column: ophaalzone | column: geboortedatum | agreement.shape",
                "system: ivago | system: childcare | agreement.column-unknown",
            })
    void refuses(String line, String instead, String code) throws Exception {
        String text = Files.readString(MAPPINGS.resolve(BAGS));
        assertThat(text).contains(line);
        Path file = Files.writeString(folder.resolve("gent-huisvuilzakken.yaml"), text.replace(line, instead));

        InvalidMessageException refused =
                catchThrowableOfType(InvalidMessageException.class, () -> new Agreements(MAPPINGS).load(file));

        assertThat(refused.report().findings())
                .extracting(Finding::code)
                .isNotEmpty()
                .containsOnly(code);
        assertThat(refused.report().findings())
                .allSatisfy(finding -> assertThat(finding.location().line()).isPositive());
    }
}
