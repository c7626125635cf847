package be.zeef.ledger.event;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * Written in the transaction that writes rows which grant, pay, inscribe or deliver: what they are from then on. Their digests, one for
 * each row, stand beside the ledger under this entry's number.
 *
 * @param rows how many of each table
 * @param digest over their digests, in the order of tables and keys
 * @param found whether they had been written before the ledger vouched for rows: as they were when it began to
 */
public record RowsWritten(Map<String, Integer> rows, String digest, boolean found) implements Note {

    @Override
    public EntryKind entry() {
        return EntryKind.ROWS_WRITTEN;
    }

    /**
     * Written in the transaction that removes what an agreement lets nobody keep any more.
     *
     * @param version of the agreement, its digest
     * @param what by the name that its retention gives it
     * @param until the last day of which nothing is left
     * @param rows how many were removed of each kind
     * @param runs whose decisions and lists of people asked about were removed
     */
    public record Removed(String version, String what, LocalDate until, Map<String, Long> rows, List<Long> runs)
            implements Note {

        public Removed {
            rows = Map.copyOf(rows);
            runs = List.copyOf(runs);
        }

        @Override
        public EntryKind entry() {
            return EntryKind.REMOVED;
        }
    }

    /**
     * Written in the transaction that empties entries of the ledger which may be kept no longer; their leaves' hashes stay.
     *
     * @param version of the agreement, its digest
     * @param until the last day of which any were removed
     * @param rows how many
     * @param digest over their numbers, leaves and hashes
     */
    public record EntriesRemoved(String version, LocalDate until, Map<String, Long> rows, String digest)
            implements Note {

        public EntriesRemoved {
            rows = Map.copyOf(rows);
        }

        /** By the name that an agreement's retention gives it. */
        @JsonProperty
        public String what() {
            return "ledger";
        }

        @Override
        public EntryKind entry() {
            return EntryKind.REMOVED;
        }
    }
}
