package be.zeef.ledger.group;

import be.zeef.testing.Await;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;

/** Threads that each want something written, and what each comes to. */
final class Callers {

    private final List<Thread> threads = new ArrayList<>();
    private final List<CompletableFuture<Long>> ends = new ArrayList<>();
    private final GroupCommit<String> group;

    Callers(GroupCommit<String> group) {
        this.group = group;
    }

    /** Returns once this one waits: for its turn, or for the end of it. */
    Thread wants(String what) throws Exception {
        CompletableFuture<Long> end = new CompletableFuture<>();
        Thread thread = new Thread(() -> {
            try {
                end.complete(group.write(what));
            } catch (Throwable failure) {
                end.completeExceptionally(Thread.currentThread().isInterrupted() ? new StillAsked(failure) : failure);
            }
        });
        thread.setDaemon(true);
        thread.start();
        Await.until("it waits", () -> thread.getState() == Thread.State.WAITING || end.isDone());
        threads.add(thread);
        ends.add(end);
        return thread;
    }

    long written(int caller) throws Exception {
        return ends.get(caller).get(30, TimeUnit.SECONDS);
    }

    Throwable failure(int caller) throws Exception {
        try {
            throw new AssertionError("it was written: " + written(caller));
        } catch (ExecutionException e) {
            return e.getCause();
        }
    }

    /** What a caller came to whose thread is still asked to stop. */
    static final class StillAsked extends Exception {

        private static final long serialVersionUID = 1L;

        StillAsked(Throwable failure) {
            super(failure);
        }
    }
}
