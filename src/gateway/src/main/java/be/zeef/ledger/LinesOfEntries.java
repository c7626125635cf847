package be.zeef.ledger;

import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/** What stands beside the ledger under the numbers of its entries ({@code be.zeef.ledger.row}), and goes with them. */
public interface LinesOfEntries {

    /**
     * Which entries up to one must stay, since what stands under them is needed.
     *
     * @param stay entries that stay anyway
     */
    Set<Long> needed(Handle handle, long upTo, Set<Long> stay);

    /** What stands under these goes. */
    void remove(Handle handle, List<Long> entries);
}
