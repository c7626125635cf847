package be.zeef.route;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.LongSupplier;

/**
 * Waits so long for a partner and no longer, whatever its server does. A server may keep its session alive and never answer what
 * it was asked, which no time-out of a socket notices. What is waited for runs on a thread of its own; when nothing moved for too
 * long it is left, and interrupted until it ends, for a library may swallow that and try once more.
 */
final class Patience {

    /** How long a partner's server may be busy with one thing, or take nothing of a file. */
    static final Duration USUAL = Duration.ofMinutes(1);

    private static final long LOOK_MILLIS = 200;
    private static final long INTERRUPT_MILLIS = 1000;

    private static final ScheduledExecutorService LEFT =
            Executors.newSingleThreadScheduledExecutor(task -> daemon(task, "left-partners"));

    private final Duration most;

    /** @param most how long nothing may move */
    Patience(Duration most) {
        this.most = most;
    }

    /**
     * Does this within the time.
     *
     * @throws TimeoutException when it is not done by then
     * @throws InterruptedException when this thread is asked to stop; it stays asked
     */
    <R> R with(Callable<R> work) throws Exception {
        return with(work, () -> 0);
    }

    /**
     * Does this for as long as it moves.
     *
     * @param moved a number that changes whenever something moved
     * @throws TimeoutException when nothing moved for so long
     * @throws InterruptedException when this thread is asked to stop; it stays asked
     */
    <R> R with(Callable<R> work, LongSupplier moved) throws Exception {
        FutureTask<R> task = new FutureTask<>(work);
        Thread thread = daemon(task, "partner");
        thread.start();
        try {
            return await(task, moved);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Error broken) {
                throw broken;
            }
            throw (Exception) e.getCause();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw e;
        } finally {
            leave(thread);
        }
    }

    private <R> R await(Future<R> result, LongSupplier moved)
            throws ExecutionException, TimeoutException, InterruptedException {
        long seen = moved.getAsLong();
        long since = System.nanoTime();
        while (true) {
            try {
                return result.get(LOOK_MILLIS, TimeUnit.MILLISECONDS);
            } catch (TimeoutException e) {
                long now = moved.getAsLong();
                if (now != seen) {
                    seen = now;
                    since = System.nanoTime();
                } else if (System.nanoTime() - since > most.toNanos()) {
                    throw new TimeoutException("nothing moved for " + most);
                }
            }
        }
    }

    private static void leave(Thread thread) {
        if (thread.isAlive()) {
            thread.interrupt();
            LEFT.schedule(() -> leave(thread), INTERRUPT_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    private static Thread daemon(Runnable task, String name) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        return thread;
    }
}
