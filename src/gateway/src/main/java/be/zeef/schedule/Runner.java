package be.zeef.schedule;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/** Runs what an agreement runs at a moment. */
public interface Runner {

    /** How a run ended. */
    enum Ran {
        /** All that it set out to do is done, and nothing is open. */
        COMPLETE,
        /** All is done, and some things are for people to look at: who is undetermined, a line that was refused. */
        WITH_CAUSES,
        /** All is done, and a file waits for the people who must release it. */
        WAITS_FOR_RELEASE,
        /** It waits for an answer or a receipt, and is to be gone on with. */
        WAITS_FOR_ANSWER
    }

    /**
     * Why nothing may run under it now, as a word of ours: {@code suspended}; empty when it may.
     *
     * @param agreement its id
     */
    String halted(String agreement);

    /**
     * Runs it, or goes on with it.
     *
     * @param on the day that the run is of
     * @param begun when it was first begun at this moment, where it was before: an unfinished run of that day which began since is gone on with,
     *     and no other
     * @throws be.zeef.ledger.HaltedException when an officer suspended or revoked the agreement meanwhile
     * @throws Exception when it failed; its class is told, and no more
     */
    Ran run(String agreement, LocalDate on, Optional<Instant> begun) throws Exception;
}
