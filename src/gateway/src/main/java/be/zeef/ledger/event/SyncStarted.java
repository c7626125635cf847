package be.zeef.ledger.event;

import java.time.LocalDate;

/**
 * Written when a run begins, in the transaction that stores it.
 *
 * @param version of the agreement, its digest
 * @param on the day that the run is of
 * @param population digest of what the population was read from
 * @param persons how many were read
 * @param refusedLines lines of it that could not be used
 */
public record SyncStarted(String version, LocalDate on, String population, long persons, long refusedLines)
        implements Note {

    @Override
    public EntryKind entry() {
        return EntryKind.SYNC_STARTED;
    }
}
