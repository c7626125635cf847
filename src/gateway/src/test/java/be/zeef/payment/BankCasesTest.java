package be.zeef.payment;

import static org.assertj.core.api.Assertions.assertThat;

import be.zeef.payment.BankCases.Kind;
import be.zeef.payment.BankCases.Word;
import be.zeef.storage.ContractOf;
import be.zeef.storage.Longest;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a bank said of a transfer is never forgotten, and what is open about it is as old as when it was opened. */
@ContractOf("payment_case")
class BankCasesTest {

    private static final Instant NOW = Instant.parse("2026-07-16T10:00:00Z");

    private final Handle handle;

    BankCasesTest(Handle handle) {
        this.handle = handle;
    }

    @Test
    void areEmpty_whereNothingWasHeard() {
        assertThat(BankCases.of(handle, "P1"))
                .isEqualTo(new BankCases.Row("P1", "", "", Optional.empty(), Optional.empty()));
        BankCases.closes(handle, "P1");
        assertThat(BankCases.open(handle, "a")).isEmpty();
    }

    @Test
    void keepEveryWord_inOneOrder_andTheLastText() {
        List<Word> words = Arrays.asList(Word.values());
        Collections.reverse(words);
        words.forEach(word -> BankCases.heard(handle, "a", "P1", word, "said " + word));
        BankCases.heard(handle, "a", "P1", Word.A, "ACSC");

        BankCases.Row row = BankCases.of(handle, "P1");
        assertThat(row.heard()).isEqualTo("ADMRSU");
        assertThat(row.said()).isEqualTo("ACSC");
        BankCases.said(handle, "a", "P1", "PDNG");
        assertThat(BankCases.of(handle, "P1").heard()).as("no last word").isEqualTo("ADMRSU");
        assertThat(BankCases.of(handle, "P1").said()).isEqualTo("PDNG");
    }

    @ParameterizedTest
    @EnumSource
    void areOpenSinceTheyFirstWere_whateverIsHeard(Kind kind) {
        BankCases.opens(handle, "a", "P1", Kind.UNCLEAR, NOW);
        BankCases.opens(handle, "a", "P1", kind, NOW.plusSeconds(9));
        BankCases.heard(handle, "a", "P1", Word.R, "RJCT");

        BankCases.Row row = BankCases.of(handle, "P1");
        assertThat(row.isOpenAs(kind)).isTrue();
        assertThat(row.from()).isEqualTo(NOW);
    }

    @Test
    void areOpenAnew_onceTheyWereClosed() {
        BankCases.heard(handle, "a", "P1", Word.R, "RJCT");
        BankCases.opens(handle, "a", "P1", Kind.ACCOUNT, NOW);
        BankCases.closes(handle, "P1");
        assertThat(BankCases.open(handle, "a")).isEmpty();
        assertThat(BankCases.of(handle, "P1").hasHeard(Word.R))
                .as("it is not forgotten")
                .isTrue();

        BankCases.opens(handle, "a", "P1", Kind.TWICE, NOW.plusSeconds(9));
        assertThat(BankCases.of(handle, "P1").from()).isEqualTo(NOW.plusSeconds(9));
    }

    /** Half past a second is after the second, however few decimals are written. */
    @Test
    void areToldOldestFirst_ofTheirAgreement() {
        BankCases.opens(handle, "a", "p1", Kind.ACCOUNT, NOW.plusMillis(500));
        BankCases.opens(handle, "a", "P2", Kind.ACCOUNT, NOW.plusMillis(500));
        BankCases.opens(handle, "a", "P3", Kind.ACCOUNT, NOW);
        BankCases.opens(handle, "a", "P4", Kind.ACCOUNT, NOW.plusNanos(500_000_001));
        BankCases.opens(handle, "b", "P5", Kind.ACCOUNT, NOW);

        assertThat(BankCases.open(handle, "a"))
                .extracting(BankCases.Row::payment)
                .containsExactly("P3", "P2", "p1", "P4");
    }

    @Test
    void areAsTheyWere_whenAWordIsRolledBack() {
        BankCases.heard(handle, "a", "P1", Word.A, "ACSC");
        handle.begin();
        BankCases.heard(handle, "a", "P1", Word.R, "RJCT");
        BankCases.opens(handle, "a", "P1", Kind.CONTRADICTED, NOW);
        handle.rollback();

        assertThat(BankCases.of(handle, "P1"))
                .isEqualTo(new BankCases.Row("P1", "A", "ACSC", Optional.empty(), Optional.empty()));
    }

    @Test
    void keepWhatIsLong() {
        String payment = Longest.of(handle, "payment_case", "payment");
        String agreement = Longest.of(handle, "payment_case", "agreement");
        String said = Longest.of(handle, "payment_case", "said");
        BankCases.said(handle, agreement, payment, said);
        BankCases.opens(handle, agreement, payment, Kind.CONTRADICTED, NOW.plusNanos(1));

        assertThat(BankCases.open(handle, agreement))
                .containsExactly(new BankCases.Row(
                        payment,
                        "",
                        said,
                        Optional.of(Kind.CONTRADICTED),
                        Optional.of("2026-07-16T10:00:00.000000001Z")));
    }
}
