package be.zeef.ledger.row;

import java.util.Optional;
import java.util.SortedSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/** When a vouched row was written: by which entries of the ledger. */
public final class RowHistory {

    private RowHistory() {}

    /** The first entry that tells of a row of this table which stands; empty where none does. */
    public static Optional<Long> firstOfStanding(Handle handle, String table) {
        return VouchedRows.firstOfStanding(handle, VouchedTable.of(table).orElseThrow());
    }

    /**
     * The numbers of the entries with which a row was written or taken away, in their order.
     *
     * @param table as the database calls it
     * @param key what its key is made of, in the order of its columns
     * @return none where the ledger vouches for no such row
     */
    public static SortedSet<Long> entries(Handle handle, String table, Object... key) {
        return VouchedRows.entriesOf(
                handle,
                VouchedTable.of(table).orElseThrow(),
                Stream.of(key).map(Object::toString).collect(Collectors.joining(VouchedTable.JOINT)));
    }
}
