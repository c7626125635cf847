package be.zeef.report;

/**
 * How many people or things of people there were, as it may be told: none, one to four, or in steps of five. Sums are made of what is told and
 * never of what was counted, so that nothing that is told says more than its parts (docs/adr/0035).
 *
 * @param from at least so many
 * @param to at most so many
 */
public record Steps(long from, long to) {

    /** A step, and the number under which a count is told as few. */
    public static final int STEP = 5;

    /** Nobody. */
    public static final Steps NONE = new Steps(0, 0);

    public Steps {
        if (from < 0 || to < from) {
            throw new IllegalArgumentException("no count lies between " + from + " and " + to);
        }
    }

    /** A count as it may be told. */
    static Steps of(long count) {
        if (count == 0) {
            return NONE;
        }
        long step = Math.floorDiv(count, STEP) * STEP;
        return new Steps(Math.max(1, step), step + STEP - 1);
    }

    /** A count of what people did and not of people: a run, a file. */
    static Steps exactly(long count) {
        return new Steps(count, count);
    }

    /** Both together. */
    public Steps plus(Steps other) {
        return new Steps(from + other.from, to + other.to);
    }

    /** Told as less than five. */
    public boolean isFew() {
        return from != to && to < STEP;
    }

    /** For a drawing, which shows no differences of a step. */
    double middle() {
        return (from + to) / 2.0;
    }
}
