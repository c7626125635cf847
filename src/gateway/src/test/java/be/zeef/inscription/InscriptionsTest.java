package be.zeef.inscription;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.zeef.storage.ContractOf;
import be.zeef.storage.Duplicates;
import be.zeef.storage.Longest;
import be.zeef.storage.Meeting;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.junit.jupiter.api.Test;

/** Inscriptions: of each person one, which is as old as when it was last needed. */
@ContractOf("inscription")
class InscriptionsTest {

    private static final LocalDate DAY = LocalDate.of(2026, 7, 16);
    private static final LocalDate LATER = DAY.plusDays(9);

    private final Handle handle;

    InscriptionsTest(Handle handle) {
        this.handle = handle;
    }

    private static int add(Handle handle, String subject, int sealed, LocalDate since) {
        try (PreparedBatch additions = Inscriptions.additions(handle)) {
            Inscriptions.add(additions, "a", subject, new byte[] {(byte) sealed}, since);
            return Arrays.stream(additions.execute()).sum();
        }
    }

    private int add(String subject, int sealed) {
        return add(handle, subject, sealed, DAY);
    }

    private List<byte[]> notNeededSince(LocalDate day) {
        return Inscriptions.notNeededSince(handle, "a", day);
    }

    private boolean needed(String subject, LocalDate today) {
        return Inscriptions.needed(handle, "a", subject, today);
    }

    @Test
    void standOnce_whoeverAddsThemAgain() {
        assertThat(add("one", 1)).isOne();
        assertThat(add("two", 2)).isOne();
        assertThat(add("two", 3)).as("it stands").isZero();
        Inscriptions.addNeeded(handle, "a", "two", new byte[] {4}, LATER, LATER.plusDays(1));

        assertThat(notNeededSince(LATER)).as("as they came first").contains(new byte[] {1}, new byte[] {2});
        assertThat(notNeededSince(LATER)).hasSize(2);
    }

    @Test
    void areAsOldAsTheyWereLastNeeded() {
        add("one", 1);
        add("two", 2);
        assertThat(needed("two", LATER)).isTrue();
        assertThat(needed("three", LATER)).as("it stands not").isFalse();
        Inscriptions.addNeeded(handle, "a", "three", new byte[] {3}, DAY, LATER);

        assertThat(notNeededSince(DAY)).isEmpty();
        assertThat(notNeededSince(LATER)).containsExactly(new byte[] {1});
        assertThat(notNeededSince(LATER.plusDays(1))).hasSize(3);
    }

    @Test
    void goWhenTheyAreRemoved_andAreOfTheirAgreement() {
        add("one", 1);
        assertThat(Inscriptions.stands(handle, "a", "one")).isTrue();
        assertThat(Inscriptions.stands(handle, "b", "one")).isFalse();
        try (PreparedBatch removals = Inscriptions.removals(handle)) {
            Inscriptions.remove(removals, "b", "one");
            Inscriptions.remove(removals, "a", "one");
            Inscriptions.remove(removals, "a", "one");
            assertThat(removals.execute()).containsExactly(0, 1, 0);
        }
        assertThat(Inscriptions.stands(handle, "a", "one")).isFalse();
        assertThat(add("one", 1)).as("and may come back").isOne();
    }

    @Test
    void standOnce_ofTwoThatAreAddedAtOnce(Meeting meeting) {
        assertThatThrownBy(
                        () -> meeting.afterCommit(one -> add(one, "one", 1, DAY), other -> add(other, "one", 2, DAY)))
                .matches(Duplicates::caused);

        assertThat(notNeededSince(LATER)).containsExactly(new byte[] {1});
    }

    @Test
    void standAsTheSecondAddedThem_whenTheFirstIsRolledBack(Meeting meeting) {
        assertThat(meeting.<Integer>afterRollback(one -> add(one, "one", 1, DAY), other -> add(other, "one", 2, DAY)))
                .isOne();

        assertThat(notNeededSince(LATER)).containsExactly(new byte[] {2});
    }

    @Test
    void keepWhatIsLong_andCutNothing() {
        String subject = Longest.of(handle, "inscription", "subject");
        assertThatThrownBy(() -> add(subject + "y", 1)).isInstanceOf(JdbiException.class);
        assertThat(Inscriptions.stands(handle, "a", subject)).isFalse();

        assertThat(add(subject, 1)).isOne();
        assertThat(Inscriptions.stands(handle, "a", subject)).isTrue();
    }
}
