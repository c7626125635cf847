package be.zeef.route.http;

import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.classic.ExecRuntime;

/** Ends a part of a call that takes too long by dropping its connection, however often single reads of it succeed. */
final class Deadline {

    private static final ScheduledExecutorService WATCH = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "late-answers");
        thread.setDaemon(true);
        return thread;
    });

    private final long until;
    private final Future<?> end;

    private Deadline(long until, Future<?> end) {
        this.until = until;
        this.end = end;
    }

    /** From now on, unless it is met. */
    static Deadline within(long nanoseconds, ExecRuntime call) {
        return new Deadline(
                System.nanoTime() + nanoseconds,
                WATCH.schedule(call::discardEndpoint, nanoseconds, TimeUnit.NANOSECONDS));
    }

    /** The moment of {@link System#nanoTime}. */
    long until() {
        return until;
    }

    boolean isOver() {
        return System.nanoTime() - until >= 0;
    }

    /** Calls it off; false when it came first. */
    boolean meet() {
        return end.cancel(false) || isMet();
    }

    boolean isMet() {
        return end.isCancelled();
    }
}
