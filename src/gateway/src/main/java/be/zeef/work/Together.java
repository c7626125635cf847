package be.zeef.work;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Does the same thing once for all who want it at the same time: the first does it, the others wait for what comes of it. Where
 * nothing came of it, whoever waited does it in turn, within the time that is left. Thread-safe.
 *
 * @param <K> what is done, such as a question; its {@code toString} is never called
 * @param <V> what comes of it
 */
public final class Together<K, V> {

    private final ConcurrentMap<K, CompletableFuture<V>> underWay = new ConcurrentHashMap<>();
    private final Ways<V> ways;

    public Together(Ways<V> ways) {
        this.ways = ways;
    }

    /**
     * How it ends.
     *
     * @param something whether something came of it, so that who waited need not do it again
     * @param kept whether who comes later is given what came of it, too
     * @param late what who waited is given when it took too long
     * @param stopped the same where the wait was interrupted, or the first failed
     */
    public record Ways<V>(Predicate<V> something, boolean kept, V late, V stopped) {}

    /**
     * What came of it, done now or by somebody else meanwhile.
     *
     * @param within how long it may take, the wait for another included
     * @param deed is told how much of that is left
     */
    public V of(K what, Duration within, Function<Duration, V> deed) {
        CompletableFuture<V> own = new CompletableFuture<>();
        CompletableFuture<V> first = underWay.putIfAbsent(what, own);
        if (first == null) {
            return done(what, within, deed, own);
        }
        long began = System.nanoTime();
        V theirs = await(first, within);
        Duration left = within.minusNanos(System.nanoTime() - began);
        boolean again = !ways.something().test(theirs)
                && !left.isNegative()
                && !left.isZero()
                && !Thread.currentThread().isInterrupted();
        return again ? of(what, left, deed) : theirs;
    }

    private V done(K what, Duration within, Function<Duration, V> deed, CompletableFuture<V> own) {
        V came = ways.stopped();
        boolean kept = false;
        try {
            came = deed.apply(within);
            kept = ways.kept() && ways.something().test(came);
            return came;
        } finally {
            if (!kept) {
                underWay.remove(what, own);
            }
            own.complete(came);
        }
    }

    private V await(CompletableFuture<V> first, Duration within) {
        try {
            return first.get(within.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            return ways.late();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return ways.stopped();
        } catch (ExecutionException e) {
            throw new IllegalStateException("what came of it is never told as a failure", e);
        }
    }
}
