package be.zeef.counter;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * Lets an answer leave only at a whole number of steps after its question came, for authorities who want that nobody on the
 * network sees more of an answer's time than that. Without steps it leaves at once. See docs/adr/0011.
 */
record AnswerSteps(Duration step) {

    AnswerSteps {
        if (step.isNegative()) {
            throw new IllegalArgumentException("counter.answerSteps must not be negative");
        }
    }

    /**
     * Waits until the next step.
     *
     * @param came {@link System#nanoTime} when the question came
     */
    void await(long came) {
        try {
            TimeUnit.NANOSECONDS.sleep(left(System.nanoTime() - came));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped while an answer waited for its step", e);
        }
    }

    /** Nanoseconds from this time after the question came to the next step. */
    long left(long since) {
        long nanos = step.toNanos();
        return nanos == 0 ? 0 : (nanos - since % nanos) % nanos;
    }
}
