package be.zeef.recipient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import be.zeef.columns.PeriodChecks.Period;
import be.zeef.validation.Finding;
import be.zeef.validation.InvalidMessageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecipientFileTest {

    private static final Set<String> FORMS = Set.of("columns", "grants");

    private static final String GOOD = """
            series: BIB.KAART
            key: reader
            keyForm: '\\d{11}'
            value: card
            values: [SOCIAL, FREE]
            days: year-and-school-year
            forms: columns
            """;

    @TempDir
    Path folder;

    private Path library;

    @BeforeEach
    void makeFolder() throws IOException {
        library = Files.createDirectory(folder.resolve("library"));
        Files.createFile(library.resolve("receipt.xsd"));
    }

    private RecipientFile read(String text) throws IOException {
        Files.writeString(library.resolve("recipient.yaml"), text);
        return RecipientFile.read(library, FORMS);
    }

    @Test
    void saysWhatARecipientIs() throws IOException {
        RecipientFile read = read(GOOD);

        assertThat(read.system()).isEqualTo("library");
        assertThat(read.series()).isEqualTo("BIB.KAART");
        assertThat(read.forms()).isEqualTo("columns");
        assertThat(read.rules().keyName()).isEqualTo("reader");
        assertThat(read.rules().values()).containsExactly("FREE", "SOCIAL");
        assertThat(read.days().of(2026)).isEqualTo(new Period(LocalDate.of(2026, 1, 1), LocalDate.of(2027, 8, 31)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            BIB.KAART | ../BIB | recipients.series | 1
            key: reader | key: from | recipients.name | 2
            key: reader | key: card | recipients.name | 4
            \\d{11} | ( | recipients.key-form | 3
            \\d{11} | '' | recipients.key-form | 3
            FREE | "a;b" | recipients.values | 5
            [SOCIAL, FREE] | [] | recipients.values | 5
            year-and | years-and | columns.choice | 6
            columns | rows | columns.choice | 7
            forms: | form: | columns.key | 7
            """)
    void tellsWhatIsWrong_andWhere(String good, String wrong, String code, int line) {
        InvalidMessageException refused =
                catchThrowableOfType(InvalidMessageException.class, () -> read(GOOD.replace(good, wrong)));

        assertThat(refused.report().findings()).anySatisfy(finding -> {
            assertThat(finding.code()).isEqualTo(code);
            assertThat(finding.location().line()).isEqualTo(line);
        });
    }

    @Test
    void isRefused_withoutAContractForItsReceipts() throws IOException {
        Files.delete(library.resolve("receipt.xsd"));

        InvalidMessageException refused = catchThrowableOfType(InvalidMessageException.class, () -> read(GOOD));

        assertThat(refused.report().findings()).extracting(Finding::code).containsExactly("recipients.no-receipt");
    }
}
