package be.zeef.route;

import io.github.resilience4j.core.IntervalFunction;
import java.util.concurrent.TimeUnit;

/** The pause before something is tried again: doubled each time, with jitter, from about 250 ms up to about 8 s. */
public final class BackOff {

    private static final IntervalFunction MILLIS = IntervalFunction.ofExponentialRandomBackoff(250, 2.0, 0.5, 8000);

    private BackOff() {}

    /**
     * Waits.
     *
     * @param failures how often it failed so far, at least once
     * @param until the moment of {@link System#nanoTime} that ends all trying
     * @return false, at once, when there is no time left for another attempt
     */
    public static boolean pause(int failures, long until) {
        long pause = TimeUnit.MILLISECONDS.toNanos(MILLIS.apply(failures));
        if (System.nanoTime() + pause - until >= 0) {
            return false;
        }
        try {
            TimeUnit.NANOSECONDS.sleep(pause);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
