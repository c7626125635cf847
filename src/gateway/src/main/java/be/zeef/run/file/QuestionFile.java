package be.zeef.run.file;

import be.zeef.run.SyncRow;

/**
 * A question file, as stored.
 *
 * @param first place of the first person of its range of the population
 * @param last place after the last
 * @param attempt 1 for the first time this range is asked
 */
public record QuestionFile(
        long id, long syncId, Kind kind, String file, String referte, int first, int last, int attempt, State state) {

    /**
     * One that nobody has stored or sent yet, under a fresh name.
     *
     * @param run whose day the name bears
     */
    public static QuestionFile planned(SyncRow run, Kind kind, String referte, int first, int last, int attempt) {
        String file = QuestionFileNames.file(kind, referte, run.on());
        return new QuestionFile(0, run.id(), kind, file, referte, first, last, attempt, State.PLANNED);
    }

    /** The same, as it was stored. */
    QuestionFile stored(long as) {
        return new QuestionFile(as, syncId, kind, file, referte, first, last, attempt, state);
    }

    public enum Kind {
        LIST,
        REGISTER,
        DEREGISTER
    }

    public enum State {
        /** Stored, perhaps sent: the process may have died before it knew. */
        PLANNED,
        SENT,
        /** Its answer was read and what it said is stored. */
        ANSWERED,
        /** No usable answer came; an answer that still comes is late. */
        GIVEN_UP
    }
}
