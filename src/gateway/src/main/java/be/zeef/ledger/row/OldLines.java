package be.zeef.ledger.row;

import be.zeef.ledger.LinesOfEntries;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/**
 * Lines about rows, whose keys are pseudonyms, once they are of no use: those of rows that were taken away since, all of them or none from the
 * first on, and those of which a later one says what the row is. The last of a row that stands is needed, and so is the one that says that a
 * row was taken away while an earlier one is there.
 */
public final class OldLines implements LinesOfEntries {

    @Override
    public Set<Long> needed(Handle handle, long upTo, Set<Long> stay) {
        Set<Long> needed = new HashSet<>(VouchedRows.lastOfStanding(handle, upTo));
        needed.addAll(stay);
        Set<Long> more = needed;
        while (!more.isEmpty()) {
            more = new HashSet<>(VouchedRows.goneAfter(handle, more, upTo));
            more.removeAll(needed);
            needed.addAll(more);
        }
        return needed;
    }

    @Override
    public void remove(Handle handle, List<Long> entries) {
        VouchedRows.remove(handle, entries);
    }
}
