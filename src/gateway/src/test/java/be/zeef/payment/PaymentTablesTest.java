package be.zeef.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.zeef.storage.Duplicates;
import be.zeef.storage.Storage;
import be.zeef.storage.TestDatabase;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The contracts of {@code premium}, {@code payment} and {@code payment_file}: each child is paid once. */
class PaymentTablesTest {

    private static final String NOW = "2026-07-16T10:00:00Z";
    private static final YearMonth JULY = YearMonth.of(2026, 7);
    private static final PaymentFiles.Row FILE = new PaymentFiles.Row(
            "F1",
            JULY,
            "pain.001",
            LocalDate.of(2026, 7, 20),
            1,
            110000,
            "d".repeat(64),
            new byte[] {1, 2},
            PaymentFiles.State.COMPOSED);

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void ofPremiums_haveEachChildOnce(TestDatabase database) {
        Premiums.Row row = new Premiums.Row("child", "allowance", 110000, 1);
        try (Storage storage = database.open(folder)) {
            storage.jdbi().useTransaction(handle -> Premiums.insert(handle, "a", row));
            assertThatThrownBy(() -> storage.jdbi()
                            .useTransaction(handle ->
                                    Premiums.insert(handle, "a", new Premiums.Row("child", "other", 110000, 1))))
                    .matches(Duplicates::caused);
            storage.jdbi().useTransaction(handle -> {
                assertThat(Premiums.ofChild(handle, "a", "child")).contains(row);
                assertThat(Premiums.ofAllowance(handle, "a", "allowance")).contains(row);
                Premiums.delete(handle, "a", "child");
                assertThat(Premiums.ofChild(handle, "a", "child")).isEmpty();
            });
        }
    }

    @ParameterizedTest
    @EnumSource
    void ofFiles_goFromComposedToTheEnd(TestDatabase database) {
        try (Storage storage = database.open(folder)) {
            storage.jdbi().useTransaction(handle -> {
                assertThat(PaymentFiles.nextSequence(handle, "a", JULY)).isOne();
                PaymentFiles.insert(handle, "a", 1, FILE, NOW);
                assertThat(PaymentFiles.nextSequence(handle, "a", JULY)).isEqualTo(2);
                PaymentFiles.Row read = PaymentFiles.lock(handle, "a", "F1").orElseThrow();
                assertThat(read).usingRecursiveComparison().isEqualTo(FILE);
                PaymentFiles.handed(handle, read, NOW);
                assertThat(state(handle)).isEqualTo(PaymentFiles.State.COMPOSED);
                PaymentFiles.standsAs(handle, read, PaymentFiles.State.RELEASED);
                PaymentFiles.handed(handle, read, NOW);
                assertThat(state(handle)).isEqualTo(PaymentFiles.State.HANDED);
                PaymentFiles.end(handle, read, PaymentFiles.State.SETTLED);
                assertThat(PaymentFiles.all(handle, "a").get(0).vault()).isEmpty();
                assertThat(PaymentFiles.everyones(handle)).hasSize(1);
            });
        }
    }

    @ParameterizedTest
    @EnumSource
    void ofTransfers_letOneOfAShareStand(TestDatabase database) {
        try (Storage storage = database.open(folder)) {
            storage.jdbi().useTransaction(handle -> {
                PaymentFiles.insert(handle, "a", 1, FILE, "2026-07-16T10:00:00Z");
                Payments.insert(handle, "a", payment("P1", 1));
            });
            assertThatThrownBy(() ->
                            storage.jdbi().useTransaction(handle -> Payments.insert(handle, "a", payment("P2", 2))))
                    .matches(Duplicates::caused);
            storage.jdbi().useTransaction(handle -> {
                Payments.inFile(handle, "P1", "F1");
                Payments.Row inFile = Payments.ofFile(handle, "a", "F1").get(0);
                assertThat(inFile.isStoppable()).isTrue();
                PaymentFiles.standsAs(handle, FILE, PaymentFiles.State.RELEASED);
                assertThat(Payments.ofChild(handle, "a", "child").get(0).isPaid())
                        .isTrue();
                Payments.rejected(handle, inFile, "AC04");
                Payments.insert(handle, "a", payment("P2", 2));
                assertThat(Payments.in(handle, "a", Payments.State.OPEN))
                        .extracting(Payments.Row::id)
                        .containsExactly("P2");
                Payments.remove(handle, "P2");
                assertThat(Payments.in(handle, "a", Payments.State.OPEN)).isEmpty();
            });
        }
    }

    private static PaymentFiles.State state(Handle handle) {
        return PaymentFiles.find(handle, "a", "F1").orElseThrow().state();
    }

    private static Payments.Row payment(String id, int attempt) {
        return new Payments.Row(
                id,
                "child",
                1,
                attempt,
                110000,
                "payee",
                "account",
                new byte[] {1},
                Payments.State.OPEN,
                Optional.empty(),
                false);
    }
}
