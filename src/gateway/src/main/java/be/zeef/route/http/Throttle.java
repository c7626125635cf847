package be.zeef.route.http;

import java.time.Duration;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;

/**
 * The pace at which one partner over HTTP is called. It is as fast as we like until the partner says that we are too fast
 * ({@link RetryAfter}): then nobody calls it for as long as it says, or for a second, not even who had a turn by then, and from then on calls begin one after the
 * other, at a distance that doubles each time it says so and shrinks with every good answer. When it has said nothing else for
 * {@value #PATIENCE_SECONDS} s nobody waits for the end of its rest. Thread-safe.
 */
public final class Throttle {

    private static final long USUAL_REST = TimeUnit.SECONDS.toNanos(1);
    private static final long CLOSEST = TimeUnit.MILLISECONDS.toNanos(100);
    private static final long FARTHEST = TimeUnit.SECONDS.toNanos(5);
    private static final long PATIENCE_SECONDS = 600;

    private static final double RECOVERY = 1.1;

    private long distance;
    private long nextStart = System.nanoTime();
    private long restsUntil = nextStart;
    private boolean hurried;
    private long hurriedSince;

    /**
     * Waits for a turn.
     *
     * @param until the moment of {@link System#nanoTime} at which a turn is of no use any more
     * @return false, at once, when there is none before it, or when this thread is asked to stop
     */
    public boolean turn(long until) {
        try {
            do {
                OptionalLong turn = next(until);
                if (turn.isEmpty()) {
                    return false;
                }
                TimeUnit.NANOSECONDS.sleep(turn.getAsLong() - System.nanoTime());
            } while (rests());
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** The next turn; empty when it is of no use. */
    private synchronized OptionalLong next(long until) {
        long now = System.nanoTime();
        long turn = Math.max(now, nextStart);
        boolean tooLong = hurried && turn > now && turn - hurriedSince > TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        if (tooLong || turn - until >= 0) {
            return OptionalLong.empty();
        }
        nextStart = turn + distance;
        return OptionalLong.of(turn);
    }

    /** Whether the partner has said meanwhile that it wants to be left alone. */
    private synchronized boolean rests() {
        return restsUntil - System.nanoTime() > 0;
    }

    /** The partner says that we are too fast; zero when it does not say for how long it wants to be left alone. */
    public synchronized void tooFast(Duration rest) {
        long now = System.nanoTime();
        hurriedSince = hurried ? hurriedSince : now;
        hurried = true;
        distance = Math.min(FARTHEST, Math.max(CLOSEST, distance * 2));
        restsUntil = Math.max(restsUntil, now + (rest.isZero() ? USUAL_REST : rest.toNanos()));
        nextStart = Math.max(nextStart, restsUntil);
    }

    /** The partner answered as it should. */
    public synchronized void wellPaced() {
        hurried = false;
        distance = distance <= CLOSEST ? 0 : (long) (distance / RECOVERY);
    }
}
