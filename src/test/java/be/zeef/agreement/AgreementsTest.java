package be.zeef.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import be.zeef.validation.Finding;
import be.zeef.validation.InvalidMessageException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AgreementsTest {

    private static final Path MAPPINGS = Path.of("mappings");

    @TempDir
    Path folder;

    private Agreement with(String line, String instead) throws Exception {
        String text = Files.readString(MAPPINGS.resolve("agreements/gent-huisvuilzakken.yaml"));
        assertThat(text).contains(line);
        Path file = folder.resolve("gent-huisvuilzakken.yaml");
        Files.writeString(file, text.replace(line, instead));
        return new Agreements(MAPPINGS).load(file);
    }

    @Test
    void shouldKeepItsVersion_whenOnlyCommentsAndOrderChange() throws Exception {
        String version = new Agreements(MAPPINGS).load("gent-huisvuilzakken").version();

        assertThat(with("id: gent-huisvuilzakken", "# a comment\nid: gent-huisvuilzakken")
                        .version())
                .isEqualTo(version);
        assertThat(with("  day: 16\n  months: [1, 4, 7, 10]", "  months: [1, 4, 7, 10]\n  day: 16")
                        .version())
                .isEqualTo(version);
        assertThat(with("day: 16", "day: 17").version()).isNotEqualTo(version);
    }

    @ParameterizedTest
    @CsvSource({
        "'subject: household', 'subject: everyone', agreement.value, /subject",
        "'  decision: toekenning', '  choice: toekenning', agreement.missing, /rule",
        "'[CSR, BB, BG]', '[CSR, CSR]', agreement.shape, /sources/ocmw/measures",
        "'9000\"', '09000\"', agreement.value, /sources/list/postcodes/0",
        "'from: 2026-01-01', 'from: 2029-01-01', agreement.validity, /validity/until",
        "'from: 2026-01-01', 'from: 2026-02-30', agreement.date, /validity/from",
        "'rules/gent-huisvuilzakken.dmn', 'rules/other.dmn', agreement.rule-missing, /rule/file",
        "'id: gent-huisvuilzakken', 'id: gent-other', agreement.id-file, /id"
    })
    void shouldNameThePlaceAndTheRemedy_whenAFieldIsWrong(String line, String instead, String code, String path) {
        InvalidMessageException refused =
                catchThrowableOfType(InvalidMessageException.class, () -> with(line, instead));

        assertThat(refused.report().findings()).anySatisfy(finding -> {
            assertThat(finding.code()).isEqualTo(code);
            assertThat(finding.location().path()).startsWith(path);
            assertThat(finding.location().line()).isPositive();
            assertThat(finding.text(Locale.ENGLISH)).hasSizeGreaterThan(20).doesNotContain("{");
        });
    }

    @Test
    void shouldPointAtTheLine_whenAKeyIsNotKnown() {
        InvalidMessageException refused =
                catchThrowableOfType(InvalidMessageException.class, () -> with("title:", "titel: x\ntitle:"));

        assertThat(refused.report().findings())
                .extracting(Finding::code, finding -> finding.location().line())
                .isEqualTo(List.of(org.assertj.core.groups.Tuple.tuple("agreement.not-known", 5)));
    }
}
