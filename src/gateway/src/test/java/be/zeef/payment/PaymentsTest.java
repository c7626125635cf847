package be.zeef.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.zeef.payment.Payments.State;
import be.zeef.storage.ContractOf;
import be.zeef.storage.Duplicates;
import be.zeef.storage.Longest;
import be.zeef.storage.Meeting;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Transfers: of a share of a child's premium at most one may move money, whoever does what at once. */
@ContractOf("payment")
class PaymentsTest {

    private static final PaymentFiles.Row FILE = new PaymentFiles.Row(
            "F1",
            YearMonth.of(2026, 7),
            "pain.001",
            LocalDate.of(2026, 7, 20),
            1,
            110000,
            "d".repeat(64),
            new byte[] {1, 2},
            PaymentFiles.State.COMPOSED);

    private final Handle handle;

    PaymentsTest(Handle handle) {
        this.handle = handle;
    }

    private static Payments.Row payment(String id, int share, int attempt) {
        return new Payments.Row(
                id,
                "child",
                share,
                attempt,
                110000,
                "payee",
                "account",
                new byte[] {1},
                State.OPEN,
                Optional.empty(),
                false);
    }

    @BeforeEach
    void compose() {
        PaymentFiles.insert(handle, "a", 1, FILE, "2026-07-16T10:00:00Z");
        Payments.insert(handle, "a", payment("P1", 1, 1));
    }

    private Payments.Row first() {
        return Payments.find(handle, "a", "P1").orElseThrow();
    }

    @Test
    void comeBackAsTheyWere_underTheirAgreement() {
        assertThat(first()).usingRecursiveComparison().isEqualTo(payment("P1", 1, 1));
        assertThat(Payments.find(handle, "b", "P1")).isEmpty();
        assertThat(Payments.agreementOf(handle, "P1")).contains("a");
        assertThat(Payments.agreementOf(handle, "P2")).isEmpty();
        assertThat(Payments.everyones(handle, State.OPEN)).hasSize(1);
        assertThat(Payments.in(handle, "b", State.OPEN)).isEmpty();
    }

    @Test
    void letOneOfAShareStand() {
        assertThatThrownBy(() -> Payments.insert(handle, "a", payment("P2", 1, 2)))
                .matches(Duplicates::caused);
        Payments.insert(handle, "a", payment("P3", 2, 1));
        assertThatThrownBy(() -> Payments.insert(handle, "b", payment("P1", 1, 1)))
                .as("an id of its own, under whichever agreement")
                .matches(Duplicates::caused);

        Payments.rejected(handle, first(), "AC04");
        Payments.insert(handle, "a", payment("P2", 1, 2));
        assertThat(Payments.besides(handle, "a", first()))
                .extracting(Payments.Row::id)
                .containsExactly("P2");
        assertThatThrownBy(() -> Payments.accepted(handle, "a", first()))
                .as("another was made in its place")
                .matches(Duplicates::caused);
        assertThatThrownBy(() -> Payments.doubtful(handle, "a", first())).matches(Duplicates::caused);
        Payments.doubtfulBeside(handle, first());
        assertThat(first().state()).isEqualTo(State.DOUBTFUL);
    }

    @Test
    void letOneOfAShareStand_ofTwoThatAreMadeAtOnce(Meeting meeting) {
        Payments.remove(handle, "P1");

        assertThatThrownBy(() -> meeting.afterCommit(one -> Payments.insert(one, "a", payment("P2", 1, 2)), other -> {
                    Payments.insert(other, "a", payment("P3", 1, 3));
                    return other;
                }))
                .matches(Duplicates::caused);
        assertThat(Payments.in(handle, "a", State.OPEN))
                .extracting(Payments.Row::id)
                .containsExactly("P2");
    }

    @Test
    void areInOneFile_andLeaveWithIt() {
        assertThat(first().isStoppable()).isTrue();
        Payments.inFile(handle, "P1", "F1");
        assertThatThrownBy(() -> Payments.inFile(handle, "P1", "F2")).isInstanceOf(IllegalStateException.class);
        assertThat(Payments.ofFile(handle, "a", "F1")).hasSize(1);
        assertThat(first().isStoppable()).as("its file has not left").isTrue();
        assertThatThrownBy(() -> Payments.remove(handle, "P1"))
                .as("not out of a file")
                .isInstanceOf(IllegalStateException.class);

        PaymentFiles.standsAs(handle, FILE, PaymentFiles.State.RELEASED);
        assertThat(first().isPaid()).isTrue();
        assertThat(first().isStoppable()).isFalse();
    }

    @Test
    void goBackToBePutIntoAnother_whenTheirFileDoesNotLeave() {
        Payments.inFile(handle, "P1", "F1");
        Payments.outOf(handle, "b", "F1");
        assertThat(first().state()).isEqualTo(State.IN_FILE);

        Payments.outOf(handle, "a", "F1");
        assertThat(first()).usingRecursiveComparison().isEqualTo(payment("P1", 1, 1));
    }

    @Test
    void keepNothingOfTheBeneficiary_onceTheyNeedNot() {
        Payments.insert(handle, "a", payment("P2", 2, 1));
        Payments.insert(handle, "a", payment("P3", 3, 1));
        Payments.insert(handle, "a", payment("P4", 4, 1));
        Payments.accepted(handle, "a", first());
        Payments.remove(handle, "P2");
        Payments.rejected(handle, payment("P3", 3, 1), "AC04");
        Payments.decided(handle, "a", payment("P4", 4, 1), State.PAID, true);

        assertThat(Payments.ofChild(handle, "a", "child"))
                .extracting(payment -> payment.id() + " " + payment.state() + " " + payment.vault().length)
                .containsExactly("P1 ACCEPTED 0", "P2 REMOVED 0", "P3 REJECTED 1", "P4 PAID 0");
        Payments.forget(handle, "P3");
        assertThat(Payments.find(handle, "a", "P3").orElseThrow().vault()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"PAID", "GIVEN_UP"})
    void letNoOtherStand_onceTheyAreDecided(State decided) {
        Payments.rejected(handle, first(), "AC04");
        Payments.decided(handle, "a", first(), decided, true);

        assertThat(first().isPaid()).isTrue();
        assertThatThrownBy(() -> Payments.insert(handle, "a", payment("P2", 1, 2)))
                .matches(Duplicates::caused);
    }

    @Test
    void areToldInTheOrderOfTheirIds_andOfAChildByShareAndAttempt() {
        Payments.insert(handle, "a", payment("p1", 2, 1));
        Payments.insert(handle, "a", payment("P-2", 10, 1));
        assertThat(Payments.in(handle, "a", State.OPEN))
                .extracting(Payments.Row::id)
                .containsExactly("P-2", "P1", "p1");
        assertThat(Payments.ofChild(handle, "a", "child"))
                .extracting(Payments.Row::id)
                .containsExactly("P1", "p1", "P-2");
    }

    @Test
    void areChangedByOneAtATime(Meeting meeting) {
        State seen = meeting.afterCommit(
                one -> {
                    Payments.lock(one, "a", "P1");
                    Payments.inFile(one, "P1", "F1");
                },
                other -> Payments.locked(other, "P1").state());
        assertThat(seen).isEqualTo(State.IN_FILE);

        List<Payments.Row> ofFile =
                meeting.afterCommit(one -> Payments.accepted(one, "a", Payments.locked(one, "P1")), other -> {
                    Payments.lock(other, "a", "F1");
                    return Payments.ofFile(other, "a", "F1");
                });
        assertThat(ofFile).extracting(Payments.Row::state).containsExactly(State.ACCEPTED);
    }

    @Test
    void areAsTheyWere_whenTheirChangeIsRolledBack(Meeting meeting) {
        State seen = meeting.afterRollback(one -> Payments.remove(one, "P1"), other -> Payments.locked(other, "P1")
                .state());

        assertThat(seen).isEqualTo(State.OPEN);
        assertThatThrownBy(() -> Payments.insert(handle, "a", payment("P2", 1, 2)))
                .matches(Duplicates::caused);
    }

    @Test
    void keepWhatIsLong_andOfAReasonWhatTheColumnHolds() {
        String agreement = Longest.of(handle, "payment", "agreement");
        Payments.Row longest = new Payments.Row(
                Longest.of(handle, "payment", "id"),
                Longest.of(handle, "payment", "child"),
                Integer.MAX_VALUE,
                Integer.MAX_VALUE,
                Long.MAX_VALUE,
                Longest.of(handle, "payment", "payee"),
                Longest.of(handle, "payment", "account"),
                new byte[] {1},
                State.OPEN,
                Optional.empty(),
                false);
        Payments.insert(handle, agreement, longest);
        assertThat(Payments.locked(handle, longest.id()))
                .usingRecursiveComparison()
                .isEqualTo(longest);

        String reason = Longest.of(handle, "payment", "reason");
        Payments.rejected(handle, longest, reason + "y");
        assertThat(handle.select("select reason from payment where id = ?", longest.id())
                        .mapTo(String.class)
                        .one())
                .isEqualTo(reason);
    }
}
