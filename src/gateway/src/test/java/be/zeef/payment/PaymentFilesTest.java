package be.zeef.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.zeef.payment.PaymentFiles.State;
import be.zeef.storage.ContractOf;
import be.zeef.storage.Duplicates;
import be.zeef.storage.Longest;
import be.zeef.storage.Meeting;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Random;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Files for the bank: each under a name and a number that no other has, and handed over once. */
@ContractOf("payment_file")
class PaymentFilesTest {

    private static final String COMPOSED = "2026-07-16T10:00:00Z";
    private static final String HANDED = "2026-07-17T10:00:00Z";
    private static final YearMonth JULY = YearMonth.of(2026, 7);
    private static final PaymentFiles.Row FILE = file("F1", JULY, new byte[] {1, 2});

    private final Handle handle;

    PaymentFilesTest(Handle handle) {
        this.handle = handle;
    }

    private static PaymentFiles.Row file(String name, YearMonth month, byte[] content) {
        return new PaymentFiles.Row(
                name,
                month,
                "pain.001",
                LocalDate.of(2026, 7, 20),
                Integer.MAX_VALUE,
                Long.MAX_VALUE,
                "d".repeat(64),
                content,
                State.COMPOSED);
    }

    private void insert(PaymentFiles.Row file, int sequence) {
        PaymentFiles.insert(handle, "a", sequence, file, COMPOSED);
    }

    private State state() {
        return PaymentFiles.find(handle, "a", "F1").orElseThrow().state();
    }

    @Test
    void comeBackAsTheyWere_underTheirAgreement() {
        byte[] content = new byte[3_000_000];
        new Random(7).nextBytes(content);
        PaymentFiles.Row file = file("F1", JULY, content);
        insert(file, 1);

        PaymentFiles.Row read = PaymentFiles.find(handle, "a", "F1").orElseThrow();
        assertThat(read.vault()).isEqualTo(content);
        assertThat(read).usingRecursiveComparison().ignoringFields("vault").isEqualTo(file);
        assertThat(PaymentFiles.find(handle, "b", "F1")).isEmpty();
        assertThat(PaymentFiles.lock(handle, "b", "F1")).isEmpty();
        assertThat(PaymentFiles.isAnothers(handle, "b", "F1")).isTrue();
        assertThat(PaymentFiles.isAnothers(handle, "a", "F1")).isFalse();
        assertThat(PaymentFiles.everyones(handle))
                .extracting(PaymentFiles.Of::agreement)
                .containsExactly("a");
    }

    @Test
    void areNumberedInTheirMonth() {
        assertThat(PaymentFiles.nextSequence(handle, "a", JULY)).isOne();
        insert(FILE, 1);
        assertThat(PaymentFiles.nextSequence(handle, "a", JULY)).isEqualTo(2);
        assertThat(PaymentFiles.nextSequence(handle, "a", JULY.plusMonths(1))).isOne();
        assertThat(PaymentFiles.nextSequence(handle, "b", JULY)).isOne();

        assertThatThrownBy(() -> insert(file("F2", JULY, new byte[0]), 1)).matches(Duplicates::caused);
        assertThatThrownBy(() -> PaymentFiles.insert(handle, "b", 1, FILE, COMPOSED))
                .matches(Duplicates::caused);
    }

    @Test
    void areToldNewestFirst() {
        insert(file("F1", JULY, new byte[0]), 2);
        insert(file("F2", JULY, new byte[0]), 10);
        insert(file("F3", JULY.plusMonths(5), new byte[0]), 1);
        insert(file("F4", JULY.plusMonths(6), new byte[0]), 1);

        assertThat(PaymentFiles.all(handle, "a"))
                .extracting(PaymentFiles.Row::name)
                .containsExactly("F4", "F3", "F2", "F1");
    }

    @Test
    void leaveOnce_andOnlyReleased() {
        insert(FILE, 1);
        PaymentFiles.handed(handle, FILE, HANDED);
        assertThat(state()).as("nobody released it").isEqualTo(State.COMPOSED);
        assertThat(PaymentFiles.isHanded(handle, "F1")).isFalse();
        assertThat(PaymentFiles.left(handle, "F1")).isEqualTo(Instant.parse(COMPOSED));

        PaymentFiles.standsAs(handle, FILE, State.RELEASED);
        PaymentFiles.handed(handle, FILE, HANDED);
        assertThat(state()).isEqualTo(State.HANDED);
        PaymentFiles.handed(handle, FILE, "2026-07-18T10:00:00Z");
        assertThat(PaymentFiles.isHanded(handle, "F1")).isTrue();
        assertThat(PaymentFiles.left(handle, "F1")).as("when it first left").isEqualTo(Instant.parse(HANDED));
    }

    @ParameterizedTest
    @EnumSource(names = {"SETTLED", "WITHDRAWN"})
    void keepNoContent_onceNothingOfThemIsNeeded(State end) {
        insert(FILE, 1);
        PaymentFiles.end(handle, FILE, end);

        PaymentFiles.Row ended = PaymentFiles.find(handle, "a", "F1").orElseThrow();
        assertThat(ended.state()).isEqualTo(end);
        assertThat(ended.vault()).isEmpty();
    }

    @Test
    void areChangedByOneAtATime(Meeting meeting) {
        insert(FILE, 1);

        State seen = meeting.afterCommit(
                one -> {
                    PaymentFiles.lock(one, "a", "F1");
                    PaymentFiles.standsAs(one, FILE, State.RELEASED);
                },
                other -> PaymentFiles.lock(other, "a", "F1").orElseThrow().state());

        assertThat(seen).as("what the first made of it").isEqualTo(State.RELEASED);
    }

    @Test
    void areAsTheyWere_whenTheirChangeIsRolledBack(Meeting meeting) {
        insert(FILE, 1);

        State seen = meeting.afterRollback(
                one -> PaymentFiles.end(one, FILE, State.WITHDRAWN),
                other -> PaymentFiles.lock(other, "a", "F1").orElseThrow().state());

        assertThat(seen).isEqualTo(State.COMPOSED);
        assertThat(PaymentFiles.find(handle, "a", "F1").orElseThrow().vault()).containsExactly(1, 2);
    }

    @Test
    void keepWhatIsLong() {
        PaymentFiles.Row file = new PaymentFiles.Row(
                Longest.of(handle, "payment_file", "name"),
                YearMonth.of(9999, 12),
                Longest.of(handle, "payment_file", "format"),
                LocalDate.of(9999, 12, 31),
                1,
                1,
                Longest.of(handle, "payment_file", "digest"),
                new byte[] {1},
                State.COMPOSED);
        String agreement = Longest.of(handle, "payment_file", "agreement");
        PaymentFiles.insert(handle, agreement, Integer.MAX_VALUE, file, "2026-07-16T10:00:00.123456789Z");

        assertThat(PaymentFiles.find(handle, agreement, file.name()).orElseThrow())
                .usingRecursiveComparison()
                .isEqualTo(file);
        assertThat(PaymentFiles.left(handle, file.name())).isEqualTo(Instant.parse("2026-07-16T10:00:00.123456789Z"));
    }
}
