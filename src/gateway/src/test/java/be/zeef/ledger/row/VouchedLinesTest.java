package be.zeef.ledger.row;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.zeef.storage.ContractOf;
import be.zeef.storage.Duplicates;
import be.zeef.storage.Longest;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.result.ResultIterator;
import org.junit.jupiter.api.Test;

/** What each row was from an entry on: lines are added and stay, and the last of a row says whether it should be there. */
@ContractOf("vouched_row")
class VouchedLinesTest {

    private static final VouchedTable TABLE = VouchedTable.GRANTS;

    private final Handle handle;

    VouchedLinesTest(Handle handle) {
        this.handle = handle;
    }

    private static Row row(String key, String hash) {
        return new Row(TABLE, "a", key, hash);
    }

    private void add(long entry, Row... rows) {
        VouchedRows.add(handle, entry, List.of(rows));
    }

    private static <T> List<T> list(ResultIterator<T> each) {
        List<T> all = new ArrayList<>();
        try (each) {
            each.forEachRemaining(all::add);
        }
        return all;
    }

    @Test
    void areToldEntryByEntry_asTheyWereAdded() {
        assertThat(VouchedRows.isEmpty(handle)).isTrue();
        add(10, row("one", "h2"));
        add(9, row("one", "h1"), row("two", "h3"));

        assertThat(VouchedRows.isEmpty(handle)).isFalse();
        handle.useTransaction(one -> assertThat(list(VouchedRows.all(one)))
                .extracting(VouchedRows.Line::entry)
                .containsExactly(9L, 9L, 10L));
    }

    @Test
    void sayWhichRowsShouldBeThere_byTheLastOfEach() {
        add(1, row("one", "h1"), row("two", "h2"), row("three", "h3"));
        add(2, row("two", Row.GONE), row("one", "h4"));
        add(10, row("three", Row.GONE));
        add(11, row("three", "h5"));

        assertThat(VouchedRows.standing(handle, TABLE)).isEqualTo(2);
        assertThat(VouchedRows.standing(handle, VouchedTable.PAYMENT)).isZero();
        handle.useTransaction(one ->
                assertThat(list(VouchedRows.keysStanding(one, TABLE))).containsExactlyInAnyOrder("one", "three"));
    }

    @Test
    void areOneOfEachRowAndEntry() {
        add(1, row("one", "h1"));

        assertThatThrownBy(() -> add(1, row("one", "h2"))).matches(Duplicates::caused);
    }

    @Test
    void areNot_whenTheirTransactionIsRolledBack() {
        handle.begin();
        add(1, row("one", "h1"));
        handle.rollback();

        assertThat(VouchedRows.isEmpty(handle)).isTrue();
    }

    @Test
    void keepWhatIsLong() {
        String key = Longest.of(handle, "vouched_row", "row_key");
        String hash = Longest.of(handle, "vouched_row", "hash");
        add(Long.MAX_VALUE, row(key, hash));

        handle.useTransaction(one -> assertThat(list(VouchedRows.all(one)))
                .containsExactly(new VouchedRows.Line(Long.MAX_VALUE, TABLE.table(), key, hash)));
    }
}
