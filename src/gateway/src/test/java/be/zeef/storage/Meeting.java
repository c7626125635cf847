package be.zeef.storage;

import static org.assertj.core.api.Assertions.assertThat;

import be.zeef.testing.Await;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.HandleCallback;
import org.jdbi.v3.core.HandleConsumer;
import org.jdbi.v3.core.Jdbi;

/** Those who meet on one database: two transactions of which the second must wait for the first, or several who do the same at once. */
public final class Meeting {

    private final TestDatabase database;
    private final Jdbi jdbi;

    Meeting(TestDatabase database) {
        this.database = database;
        this.jdbi = database.shared().jdbi();
    }

    /** What each of them comes to, who are numbered from 1 and all begin at the same moment. */
    public static <T> List<T> atOnce(int many, IntFunction<T> each) {
        ExecutorService all = Executors.newFixedThreadPool(many);
        CyclicBarrier go = new CyclicBarrier(many);
        try {
            List<Callable<T>> calls = IntStream.rangeClosed(1, many)
                    .<Callable<T>>mapToObj(number -> () -> {
                        go.await();
                        return each.apply(number);
                    })
                    .toList();
            List<T> outcomes = new ArrayList<>();
            for (Future<T> outcome : all.invokeAll(calls)) {
                outcomes.add(outcome.get());
            }
            return outcomes;
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        } finally {
            all.shutdownNow();
        }
    }

    /** What the second comes to when the first is committed; it fails as the second does. */
    public <T> T afterCommit(HandleConsumer<RuntimeException> first, HandleCallback<T, RuntimeException> second) {
        return meet(first, second, Handle::commit);
    }

    /** What the second comes to when the first is rolled back; likewise. */
    public <T> T afterRollback(HandleConsumer<RuntimeException> first, HandleCallback<T, RuntimeException> second) {
        return meet(first, second, Handle::rollback);
    }

    private <T> T meet(
            HandleConsumer<RuntimeException> first,
            HandleCallback<T, RuntimeException> second,
            HandleConsumer<RuntimeException> end) {
        CompletableFuture<T> outcome;
        try (Handle one = jdbi.open()) {
            one.begin();
            first.useHandle(one);
            try {
                outcome = meanwhile(() -> ofItsOwn(second));
                assertThat(outcome)
                        .as("the second transaction waits for the first")
                        .isNotDone();
            } finally {
                end.useHandle(one);
            }
        }
        try {
            return outcome.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException failure ? failure : e;
        }
    }

    /** On a connection that is nobody else's: what asks for one within gets another. */
    private <T> T ofItsOwn(HandleCallback<T, RuntimeException> transaction) {
        try (Handle handle = jdbi.open()) {
            return handle.inTransaction(transaction);
        }
    }

    /** Begins this on a thread of its own, and returns once it is done or has to wait for somebody. */
    public <T> CompletableFuture<T> meanwhile(Supplier<T> work) {
        CompletableFuture<T> outcome = CompletableFuture.supplyAsync(work);
        try (Handle witness = jdbi.open()) {
            Await.until("it waits or is done", () -> outcome.isDone() || database.anyWaits(witness));
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
        return outcome;
    }
}
