package be.zeef.ledger.page;

import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/**
 * Goes through pages in order. While its user works on one, a thread of its own reads the next; two are held at most. What the pages are read
 * from is that thread's until this is closed, or has no more. One thread's.
 */
public final class ReadAhead<T> implements Iterator<T>, AutoCloseable {

    private final ExecutorService reader = Executors.newSingleThreadExecutor(work -> {
        Thread thread = new Thread(work, "zeef-read-ahead");
        thread.setDaemon(true);
        return thread;
    });
    private final Function<Optional<T>, List<T>> pages;
    private Future<List<T>> next;
    private List<T> page = List.of();
    private int at;
    private boolean ended;

    /** @param pages what comes after this one, or first; an empty page ends it */
    public ReadAhead(Function<Optional<T>, List<T>> pages) {
        this.pages = pages;
        this.next = read(Optional.empty());
    }

    /** @throws RuntimeException as reading the page threw it */
    @Override
    public boolean hasNext() {
        if (at == page.size() && !ended) {
            page = await(next);
            at = 0;
            ended = page.isEmpty();
            if (!ended) {
                next = read(Optional.of(page.get(page.size() - 1)));
            }
        }
        return !ended;
    }

    @Override
    public T next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        return page.get(at++);
    }

    /** Returns when nothing is read any more. */
    @Override
    public void close() {
        reader.shutdown();
        uninterrupted(() -> reader.awaitTermination(Long.MAX_VALUE, TimeUnit.NANOSECONDS));
    }

    private Future<List<T>> read(Optional<T> after) {
        return reader.submit(() -> pages.apply(after));
    }

    private static <T> List<T> await(Future<List<T>> page) {
        return uninterrupted(() -> {
            try {
                return page.get();
            } catch (ExecutionException e) {
                if (e.getCause() instanceof Error error) {
                    throw error;
                }
                throw (RuntimeException) e.getCause();
            }
        });
    }

    /** What is under way is on somebody's connection: a thread that is asked to stop waits for it, and stays asked. */
    private static <R> R uninterrupted(Callable<R> waiting) {
        boolean asked = false;
        try {
            while (true) {
                try {
                    return waiting.call();
                } catch (InterruptedException e) {
                    asked = true;
                } catch (RuntimeException e) {
                    throw e;
                } catch (Exception e) {
                    throw new IllegalStateException(e);
                }
            }
        } finally {
            if (asked) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
