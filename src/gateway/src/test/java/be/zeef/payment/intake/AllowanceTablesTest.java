package be.zeef.payment.intake;

import static org.assertj.core.api.Assertions.assertThat;

import be.zeef.allowance.AllowanceHead;
import be.zeef.allowance.AllowanceRow;
import be.zeef.payment.Payments;
import be.zeef.payment.Premiums;
import be.zeef.sieve.Outcome;
import be.zeef.storage.Storage;
import be.zeef.storage.TestDatabase;
import java.nio.file.Path;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The contracts of {@code allowance_file}, {@code allowance_line} and {@code allowance}. */
class AllowanceTablesTest {

    private static final YearMonth JULY = YearMonth.of(2026, 7);
    private static final AllowanceHead HEAD =
            new AllowanceHead("F1", JULY, Instant.parse("2026-07-16T10:00:00Z"), "37018", 2, "d1");
    private static final AllowanceRow.Place PLACE = new AllowanceRow.Place(1, 2);

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void ofFiles_countTheirRows(TestDatabase database) {
        try (Storage storage = database.open(folder)) {
            storage.jdbi().useTransaction(handle -> {
                assertThat(AllowanceFiles.any(handle, "a", JULY)).isFalse();
                AllowanceFiles.insert(handle, "a", HEAD, HEAD.created());
                AllowanceFiles.line(
                        handle, "a", "F1", PLACE, "one", "GRANTED", RowResult.stands(Outcome.ELIGIBLE, "", "child"));
                AllowanceFiles.line(
                        handle,
                        "a",
                        "F1",
                        new AllowanceRow.Place(2, 3),
                        "two",
                        "CORRECTED",
                        RowResult.beside(Outcome.UNDETERMINED, "payment.correction-of-paid"));

                assertThat(AllowanceFiles.any(handle, "a", JULY)).isTrue();
                assertThat(AllowanceFiles.digest(handle, "a", "F1")).contains("d1");
                assertThat(AllowanceFiles.counts(handle, "a", JULY, List.of()))
                        .isEqualTo(Map.of(Outcome.ELIGIBLE, 1L, Outcome.UNDETERMINED, 1L));
                assertThat(AllowanceFiles.causes(handle, "a", JULY.plusMonths(1), List.of("F1")))
                        .isEqualTo(Map.of("payment.correction-of-paid", 1L));
                assertThat(AllowanceFiles.forAPerson(handle, "a", JULY, List.of()))
                        .hasSize(1);
            });
        }
    }

    @ParameterizedTest
    @EnumSource
    void keepWhatWasSaidLast_andWhatWaitsForIt(TestDatabase database) {
        try (Storage storage = database.open(folder)) {
            storage.jdbi().useTransaction(handle -> {
                put(handle, "one", Outcome.UNDETERMINED, "payment.no-account");
                put(handle, "one", Outcome.ELIGIBLE, "");
                put(handle, "two", Outcome.UNDETERMINED, "payment.already");
                Allowances.saidAgain(handle, "a", "two", HEAD);

                assertThat(Allowances.find(handle, "a", "one").orElseThrow().created())
                        .isEqualTo(HEAD.created());
                assertThat(Allowances.undetermined(handle, "a"))
                        .extracting(Allowances.Known::allowance)
                        .containsExactly("two");
                assertThat(Allowances.waiting(handle, "a", "child")).hasSize(1);

                Premiums.insert(handle, "a", new Premiums.Row("child", "one", 1, 1));
                Payments.Row payment = new Payments.Row(
                        "P1",
                        "child",
                        1,
                        1,
                        1,
                        "payee",
                        "account",
                        new byte[0],
                        Payments.State.OPEN,
                        Optional.empty(),
                        false);
                Payments.insert(handle, "a", payment);
                Payments.rejected(handle, payment, "AC04");
                assertThat(Allowances.ofPremium(handle, "a", "child"))
                        .map(Allowances.Known::allowance)
                        .contains("one");
                Payments.accepted(handle, "a", payment);
                Allowances.settleWaiting(handle, "a");
                assertThat(Allowances.undetermined(handle, "a")).isEmpty();
            });
        }
    }

    private static void put(Handle handle, String allowance, Outcome outcome, String code) {
        Allowances.put(handle, "a", allowance, HEAD, PLACE, RowResult.stands(outcome, code, "child"));
    }
}
