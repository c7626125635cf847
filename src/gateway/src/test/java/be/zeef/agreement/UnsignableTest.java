package be.zeef.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import be.zeef.validation.Finding;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A file that nobody may sign for is found by what is said of it. */
class UnsignableTest {

    private static final String FOLDER = "mappings/recipients/ivago";

    @ParameterizedTest
    @CsvSource({
        "mappings/recipients/ivago/.x, mappings/recipients/ivago, .x",
        "mappings/recipients/ivago/.DS_Store, mappings/recipients/ivago, .DS_Store",
        "mappings/recipients/ivago/grants (copy).xslt, mappings/recipients/ivago, grants (copy).xslt",
        "mappings/recipients/.old/deep/grants.xslt, mappings/recipients, .old",
        ".x, ., .x"
    })
    void shouldNameIt(String path, String folder, String name) {
        Finding finding = Unsignable.name(path);
        assertThat(finding.code()).isEqualTo("agreement.file-name");
        assertThat(finding.arguments()).containsExactly(folder, name);
        assertThat(finding.text(Locale.ENGLISH)).startsWith("The file " + name + " in " + folder);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"a\nb", "\u202exslt.a", "gr\u00e4nts", " x", "x ", ".78661200190", "extract 78.66.12-001.90"})
    void shouldSayHowToFindIt_whenItDoesNotShow_orMayHoldANumber(String name) {
        Finding finding = Unsignable.name(FOLDER + "/" + name);
        assertThat(finding.code()).isEqualTo("agreement.file-name-untold");
        assertThat(finding.arguments()).containsExactly(FOLDER);
        assertThat(finding.text(Locale.ENGLISH)).contains("ls -lab " + FOLDER).doesNotContain(name.strip());
    }
}
