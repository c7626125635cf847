package be.zeef.ledger.event;

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
}
