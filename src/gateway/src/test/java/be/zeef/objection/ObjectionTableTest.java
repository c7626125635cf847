package be.zeef.objection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.zeef.storage.ContractOf;
import be.zeef.storage.Duplicates;
import be.zeef.storage.Longest;
import be.zeef.storage.Meeting;
import java.time.Instant;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.Test;

/** Objections that stand: of one scope, person and right one, as it was entered. */
@ContractOf("objection")
class ObjectionTableTest {

    private static final Instant WHEN = Instant.parse("2026-07-16T08:00:00.123Z");

    private final Handle handle;

    ObjectionTableTest(Handle handle) {
        this.handle = handle;
    }

    private static ObjectionTable.Row row(String scope, String subject, ObjectionKind kind, long entry) {
        return new ObjectionTable.Row(
                new Objection(scope, subject, kind, "dpo", "a letter", WHEN), new byte[] {1, 2}, entry);
    }

    private void insert(ObjectionTable.Row... rows) {
        handle.useTransaction(moment -> {
            for (ObjectionTable.Row row : rows) {
                ObjectionTable.insert(moment, row);
            }
        });
    }

    @Test
    void comeBackAsTheyWereEntered_byScope_andAllInTheOrderOfTheirEntries() {
        ObjectionTable.Row later = row("a", "s1", ObjectionKind.RESTRICTION, 9);
        ObjectionTable.Row earlier = row("a", "s1", ObjectionKind.OBJECTION, 2);
        ObjectionTable.Row every = row("*", "s2", ObjectionKind.OBJECTION, 5);
        insert(later, earlier, every);

        assertThat(ObjectionTable.of(handle, "a"))
                .usingRecursiveFieldByFieldElementComparator()
                .containsExactly(earlier, later);
        assertThat(ObjectionTable.of(handle, "b")).isEmpty();
        assertThat(ObjectionTable.all(handle))
                .usingRecursiveFieldByFieldElementComparator()
                .containsExactly(earlier, every, later);
    }

    @Test
    void areOneOfEachKind_ofTwoThatAreEnteredAtOnce(Meeting meeting) {
        ObjectionTable.Row row = row("a", "s1", ObjectionKind.OBJECTION, 1);

        assertThatThrownBy(() -> meeting.afterCommit(one -> ObjectionTable.insert(one, row), other -> {
                    ObjectionTable.insert(other, row);
                    return other;
                }))
                .matches(Duplicates::caused);
        assertThat(ObjectionTable.all(handle)).hasSize(1);
    }

    @Test
    void haveAnotherStampAfterEachChange() {
        ObjectionTable.Stamp none = ObjectionTable.stamp(handle);
        ObjectionTable.Row first = row("a", "s1", ObjectionKind.OBJECTION, 1);
        ObjectionTable.Row second = row("a", "s2", ObjectionKind.OBJECTION, 2);
        insert(first, second);
        ObjectionTable.Stamp two = ObjectionTable.stamp(handle);
        handle.useTransaction(moment -> ObjectionTable.delete(moment, first.objection()));
        ObjectionTable.Stamp one = ObjectionTable.stamp(handle);
        insert(row("a", "s1", ObjectionKind.OBJECTION, 3));

        assertThat(none.isEmpty()).isTrue();
        assertThat(ObjectionTable.all(handle)).hasSize(2);
        assertThat(ObjectionTable.stamp(handle)).isNotIn(none, two, one);
        assertThat(two).isNotEqualTo(one);
    }

    @Test
    void goAlone() {
        ObjectionTable.Row other = row("a", "s1", ObjectionKind.RESTRICTION, 1);
        ObjectionTable.Row withdrawn = row("a", "s1", ObjectionKind.OBJECTION, 2);
        insert(other, withdrawn);

        handle.useTransaction(moment -> ObjectionTable.delete(moment, withdrawn.objection()));

        assertThat(ObjectionTable.all(handle))
                .usingRecursiveFieldByFieldElementComparator()
                .containsExactly(other);
    }

    @Test
    void areNot_whenTheirTransactionIsRolledBack() {
        handle.begin();
        ObjectionTable.insert(handle, row("a", "s1", ObjectionKind.OBJECTION, 1));
        handle.rollback();

        assertThat(ObjectionTable.all(handle)).isEmpty();
    }

    @Test
    void keepWhatIsLong() {
        ObjectionTable.Row row = new ObjectionTable.Row(
                new Objection(
                        Longest.of(handle, "objection", "agreement"),
                        Longest.of(handle, "objection", "subject"),
                        ObjectionKind.RESTRICTION,
                        Longest.of(handle, "objection", "clerk"),
                        Longest.of(handle, "objection", "reason"),
                        Instant.parse("2026-07-16T10:00:00.123456789Z")),
                new byte[100],
                Long.MAX_VALUE);
        insert(row);

        assertThat(ObjectionTable.all(handle))
                .usingRecursiveFieldByFieldElementComparator()
                .containsExactly(row);
    }
}
