package be.zeef.work;

import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * Does one thing after the other, so many at a time and never more, in no promised order; the next is taken only when there
 * is room for it. When one fails, no other is begun, those under way are interrupted, and its error is thrown. Nothing is
 * under way when {@link #each} returns, for what the work writes to may be closed after it; but no more than a minute is
 * waited for that. For one use, by one thread.
 */
public final class Workers {

    private static final int PATIENCE_SECONDS = 60;

    private final int atOnce;
    private volatile boolean stopped;

    /** What is done with each; a checked exception is thrown on within an {@link IllegalStateException}. */
    @FunctionalInterface
    public interface Work<T> {
        void with(T each) throws Exception;
    }

    /** @param atOnce how many at a time, at least 1 */
    public Workers(int atOnce) {
        if (atOnce < 1) {
            throw new IllegalArgumentException("atOnce is less than 1");
        }
        this.atOnce = atOnce;
    }

    /** @throws InterruptedException when the thread is asked to stop; then those under way are asked to stop, too */
    public <T> void each(Iterable<T> all, Work<T> work) throws InterruptedException {
        ExecutorService threads = Executors.newFixedThreadPool(atOnce);
        try {
            CompletionService<Void> ended = new ExecutorCompletionService<>(threads);
            int running = 0;
            for (T each : all) {
                if (running == atOnce) {
                    ended.take().get();
                    running--;
                }
                ended.submit(() -> {
                    work.with(each);
                    return null;
                });
                running++;
            }
            for (; running > 0; running--) {
                ended.take().get();
            }
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException known ? known : new IllegalStateException(e.getCause());
        } finally {
            stopped = true;
            end(threads);
        }
    }

    /** Whether all are to stop: what a piece of work learns from now on, it may have learnt because it is interrupted. */
    public boolean stopped() {
        return stopped;
    }

    /** Waits in a thread that is asked to stop, however often: it stays asked. */
    private static void end(ExecutorService threads) {
        threads.shutdownNow();
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        boolean asked = Thread.interrupted();
        boolean over = false;
        while (!over) {
            try {
                threads.awaitTermination(until - System.nanoTime(), TimeUnit.NANOSECONDS);
                over = true;
            } catch (InterruptedException e) {
                asked = true;
            }
        }
        if (asked) {
            Thread.currentThread().interrupt();
        }
    }
}
