package be.zeef.ledger.event;

import java.time.Instant;
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

    /**
     * Written with whatever becomes of a moment at which an agreement runs by itself, in the transaction that stores it.
     *
     * @param on the day that its run is of
     * @param at when it should begin
     * @param became {@code planned}, {@code begun}, {@code again}, {@code parked}, {@code ended}, {@code failed}, {@code missed},
     *     {@code skipped} or {@code cancelled}
     * @param why a word of ours; empty where there is none
     * @param turn how many times a node has taken it up
     */
    public record OfMoment(LocalDate on, Instant at, String became, String why, int turn) implements Note {

        @Override
        public EntryKind entry() {
            return EntryKind.MOMENT;
        }
    }

    /**
     * Written when somebody pauses or resumes what an agreement runs by itself, or asks for a run now, in the transaction that stores it.
     *
     * @param act {@code pause}, {@code resume} or {@code run-now}
     * @param clerk who did
     * @param reason in their words
     */
    public record ByHand(String act, String clerk, String reason) implements Note {

        @Override
        public EntryKind entry() {
            return EntryKind.SCHEDULE_ACT;
        }
    }
}
