package be.zeef.run.file;

/**
 * A question file, as stored.
 *
 * @param first place of the first person of its range of the population
 * @param last place after the last
 * @param attempt 1 for the first time this range is asked
 */
public record QuestionFile(
        long id, long syncId, Kind kind, String file, String referte, int first, int last, int attempt, State state) {

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
