package be.zeef.schedule;

import java.util.Locale;

/** What became of a moment, as its table names it. */
public enum MomentState {
    /** It is to come, or due. */
    PLANNED,
    /** A node runs it, has to run it again, or waits for an answer or a receipt. */
    BEGUN,
    /** It was run. */
    ENDED,
    /** It was given up: a person goes on with it. */
    FAILED,
    /** Nothing could run at its time, and its agreement says that a person is to be asked. */
    MISSED,
    /** It was not run, because its agreement was paused or halted. */
    SKIPPED,
    /** The schedule has it no more. */
    CANCELLED;

    /** Whether nothing more becomes of it by itself. */
    public boolean isOver() {
        return ordinal() >= ENDED.ordinal();
    }

    /** Whether a person should look at it. */
    public boolean isTold() {
        return this == FAILED || this == MISSED || this == SKIPPED;
    }

    /** As the ledger and the command line write it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
