package be.zeef.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.zeef.storage.ContractOf;
import be.zeef.storage.Duplicates;
import be.zeef.storage.Longest;
import be.zeef.storage.Meeting;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.Test;

/** Premiums: each child once ever, and none follows from an allowance that another follows from. */
@ContractOf("premium")
class PremiumsTest {

    private static final Premiums.Row ROW = new Premiums.Row("child", "allowance", 110000, 1);

    private final Handle handle;

    PremiumsTest(Handle handle) {
        this.handle = handle;
    }

    @Test
    void areFoundByChildAndByAllowance_underTheirAgreement() {
        Premiums.insert(handle, "a", ROW);

        assertThat(Premiums.ofChild(handle, "a", "child")).contains(ROW);
        assertThat(Premiums.ofAllowance(handle, "a", "allowance")).contains(ROW);
        assertThat(Premiums.ofChild(handle, "b", "child")).isEmpty();
        assertThat(Premiums.ofAllowance(handle, "b", "allowance")).isEmpty();
        Premiums.delete(handle, "b", "child");
        assertThat(Premiums.ofChild(handle, "a", "child")).isPresent();
        Premiums.delete(handle, "a", "child");
        assertThat(Premiums.ofChild(handle, "a", "child")).isEmpty();
    }

    @Test
    void haveEachChildOnce_andEachAllowanceOnce() {
        Premiums.insert(handle, "a", ROW);

        assertThatThrownBy(() -> Premiums.insert(handle, "a", new Premiums.Row("child", "other", 1, 1)))
                .matches(Duplicates::caused);
        assertThatThrownBy(() -> Premiums.insert(handle, "a", new Premiums.Row("twin", "allowance", 1, 1)))
                .matches(Duplicates::caused);
        Premiums.insert(handle, "b", ROW);
    }

    @Test
    void haveEachChildOnce_ofTwoThatAreEnteredAtOnce(Meeting meeting) {
        assertThatThrownBy(() -> meeting.afterCommit(one -> Premiums.insert(one, "a", ROW), other -> {
                    Premiums.insert(other, "a", new Premiums.Row("child", "other", 1, 1));
                    return other;
                }))
                .matches(Duplicates::caused);

        assertThat(Premiums.ofChild(handle, "a", "child")).contains(ROW);
    }

    @Test
    void areTheSecondOnes_whenTheFirstIsRolledBack(Meeting meeting) {
        Premiums.Row second = new Premiums.Row("child", "other", 1, 1);
        meeting.afterRollback(one -> Premiums.insert(one, "a", ROW), other -> {
            Premiums.insert(other, "a", second);
            return other;
        });

        assertThat(Premiums.ofChild(handle, "a", "child")).contains(second);
    }

    @Test
    void keepWhatIsLong() {
        String agreement = Longest.of(handle, "premium", "agreement");
        Premiums.Row row = new Premiums.Row(
                Longest.of(handle, "premium", "child"),
                Longest.of(handle, "premium", "allowance"),
                Long.MAX_VALUE,
                Integer.MAX_VALUE);
        Premiums.insert(handle, agreement, row);

        assertThat(Premiums.ofChild(handle, agreement, row.child())).contains(row);
    }
}
