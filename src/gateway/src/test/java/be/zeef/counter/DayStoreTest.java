package be.zeef.counter;

import static org.assertj.core.api.Assertions.assertThat;

import be.zeef.storage.ContractOf;
import be.zeef.storage.Longest;
import be.zeef.storage.Meeting;
import java.time.LocalDate;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

/** What callers took of their budgets: never more than a day's, at however many nodes. */
@ContractOf("counter_day")
class DayStoreTest {

    private static final LocalDate DAY = LocalDate.of(2026, 7, 16);

    private final Handle handle;
    private final DayStore days;

    DayStoreTest(Jdbi jdbi, Handle handle) {
        this.handle = handle;
        days = new DayStore(jdbi);
    }

    @Test
    void givesPartsUntilTheBudgetIsTaken_eachDayAnew() {
        assertThat(days.take("desk", DAY, 10, 15)).isEqualTo(10);
        assertThat(days.take("desk", DAY, 10, 15)).isEqualTo(5);
        assertThat(days.take("desk", DAY, 10, 15)).isZero();
        assertThat(days.take("other", DAY, 10, 15)).isEqualTo(10);
        assertThat(days.take("desk", DAY.plusDays(1), 10, 15)).isEqualTo(10);
    }

    @Test
    void givesNoMoreThanTheBudget_toNodesThatTakeAtOnce() {
        List<Integer> taken = Meeting.atOnce(8, node -> days.take("desk", DAY, 3, 10));
        assertThat(taken.stream().mapToInt(Integer::intValue).sum()).isEqualTo(10);
    }

    @Test
    void countsWhatAnotherNodeIsTaking(Meeting meeting) {
        days.take("desk", DAY, 1, 15);

        int part = meeting.afterCommit(
                one -> one.execute("update counter_day set taken = 12"), handle -> days.take("desk", DAY, 10, 15));

        assertThat(part).isEqualTo(3);
    }

    @Test
    void countsNothingThatAnotherNodeTookBack(Meeting meeting) {
        days.take("desk", DAY, 1, 15);

        int part = meeting.afterRollback(
                one -> one.execute("update counter_day set taken = 12"), handle -> days.take("desk", DAY, 10, 15));

        assertThat(part).isEqualTo(10);
    }

    @Test
    void keepsADayForAMonth() {
        days.take("desk", DAY, 1, 5);
        days.take("other", DAY.plusDays(31), 1, 5);
        assertThat(days.take("desk", DAY, 5, 5)).as("a day of a month ago").isEqualTo(4);

        days.take("other", DAY.plusDays(32), 1, 5);
        assertThat(days.take("desk", DAY, 5, 5)).as("it is forgotten").isEqualTo(5);
    }

    @Test
    void knowsACaller_howeverLongItsNameIs() {
        String caller = Longest.of(handle, "counter_day", "caller");
        assertThat(days.take(caller, DAY, 5, 5)).isEqualTo(5);
        assertThat(days.take(caller, DAY, 5, 5)).isZero();
    }

    @Test
    void letsOneTellThatItIsTaken() {
        days.take("desk", DAY, 1, 1);
        assertThat(Meeting.atOnce(4, node -> days.tells("desk", DAY))).containsOnlyOnce(true);
        assertThat(days.tells("desk", DAY)).isFalse();
        assertThat(days.tells("desk", DAY.plusDays(1)))
                .as("nobody asked that day")
                .isFalse();
    }
}
