package be.zeef.payment.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.zeef.allowance.AllowanceHead;
import be.zeef.allowance.AllowanceRow;
import be.zeef.sieve.Outcome;
import be.zeef.storage.ContractOf;
import be.zeef.storage.Duplicates;
import be.zeef.storage.Longest;
import be.zeef.validation.Finding;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.Test;

/** VUTG's files and their rows: each file is taken in once, under whatever id, and every row of it is counted. */
@ContractOf({"allowance_file", "allowance_line"})
class AllowanceFilesTest {

    private static final YearMonth JULY = YearMonth.of(2026, 7);
    private static final Instant NOW = Instant.parse("2026-07-16T10:00:00Z");
    private static final RowResult GRANTED = RowResult.stands(Outcome.ELIGIBLE, "", "child");
    private static final RowResult FOR_A_PERSON = RowResult.beside(Outcome.UNDETERMINED, "payment.correction-of-paid");

    private final Handle handle;

    AllowanceFilesTest(Handle handle) {
        this.handle = handle;
    }

    private void insert(String file, YearMonth month, String digest) {
        AllowanceFiles.insert(handle, "a", new AllowanceHead(file, month, NOW, "37018", 2, digest), NOW);
    }

    private void line(String file, int number, RowResult result) {
        AllowanceFiles.line(handle, "a", file, new AllowanceRow.Place(number, number + 1), "one", "GRANTED", result);
    }

    @Test
    void areKnownAgain_underTheirAgreement() {
        assertThat(AllowanceFiles.any(handle, "a", JULY)).isFalse();
        insert("F1", JULY, "d1");

        assertThat(AllowanceFiles.any(handle, "a", JULY)).isTrue();
        assertThat(AllowanceFiles.any(handle, "a", JULY.plusMonths(1))).isFalse();
        assertThat(AllowanceFiles.any(handle, "b", JULY)).isFalse();
        assertThat(AllowanceFiles.digest(handle, "a", "F1")).contains("d1");
        assertThat(AllowanceFiles.digest(handle, "b", "F1")).isEmpty();
    }

    @Test
    void areTakenInOnce() {
        insert("F1", JULY, "d1");

        assertThatThrownBy(() -> insert("F1", JULY, "d2"))
                .as("another under its id")
                .matches(Duplicates::caused);
        assertThatThrownBy(() -> insert("F2", JULY, "d1"))
                .as("the same under another id")
                .matches(Duplicates::caused);
    }

    @Test
    void haveEachRowOnce() {
        insert("F1", JULY, "d1");
        line("F1", 1, GRANTED);

        assertThatThrownBy(() -> line("F1", 1, FOR_A_PERSON)).matches(Duplicates::caused);
    }

    @Test
    void areCountedByMonthAndByName() {
        insert("F1", JULY, "d1");
        insert("F2", JULY.plusMonths(1), "d2");
        line("F1", 1, GRANTED);
        line("F1", 2, FOR_A_PERSON);
        line("F2", 1, GRANTED);

        assertThat(AllowanceFiles.counts(handle, "a", JULY, List.of()))
                .isEqualTo(Map.of(Outcome.ELIGIBLE, 1L, Outcome.UNDETERMINED, 1L));
        assertThat(AllowanceFiles.counts(handle, "a", JULY, List.of("F1", "F2")))
                .isEqualTo(Map.of(Outcome.ELIGIBLE, 2L, Outcome.UNDETERMINED, 1L));
        assertThat(AllowanceFiles.causes(handle, "a", JULY.plusMonths(1), List.of("F1")))
                .isEqualTo(Map.of("payment.correction-of-paid", 1L));
        assertThat(AllowanceFiles.counts(handle, "b", JULY, List.of("F1"))).isEmpty();
    }

    @Test
    void areToldToAPerson_byTheCharactersOfTheirFileAndByTheNumberOfTheirRow() {
        for (String file : List.of("f1", "F-1", "F1")) {
            insert(file, JULY, "digest of " + file);
            line(file, 10, FOR_A_PERSON);
            line(file, 2, FOR_A_PERSON);
            line(file, 1, GRANTED);
        }

        assertThat(AllowanceFiles.forAPerson(handle, "a", JULY, List.of()))
                .extracting(Finding::location)
                .extracting(location -> location.path())
                .containsExactly("F-1 row 2", "F-1 row 10", "F1 row 2", "F1 row 10", "f1 row 2", "f1 row 10");
    }

    @Test
    void areNot_whenTheirTransactionIsRolledBack() {
        handle.begin();
        insert("F1", JULY, "d1");
        line("F1", 1, GRANTED);
        handle.rollback();

        assertThat(AllowanceFiles.digest(handle, "a", "F1")).isEmpty();
        assertThat(AllowanceFiles.counts(handle, "a", JULY, List.of("F1"))).isEmpty();
    }

    @Test
    void keepWhatIsLong() {
        String file = Longest.of(handle, "allowance_file", "file");
        String digest = Longest.of(handle, "allowance_file", "digest");
        String code = Longest.of(handle, "allowance_line", "code");
        insert(file, JULY, digest);
        line(file, 1, RowResult.beside(Outcome.UNDETERMINED, code));

        assertThat(AllowanceFiles.digest(handle, "a", file)).contains(digest);
        assertThat(AllowanceFiles.causes(handle, "a", JULY, List.of())).isEqualTo(Map.of(code, 1L));
    }
}
