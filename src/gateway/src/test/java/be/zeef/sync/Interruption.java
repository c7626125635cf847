package be.zeef.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/** Work that is done on a thread of its own, which is asked to stop once it waits. */
final class Interruption {

    record Ended(Throwable failure, boolean stillAsked) {}

    interface Work {
        void run() throws Exception;
    }

    /** Does it on a thread of its own, and asks that to stop once it waits. */
    static Ended interrupted(CountDownLatch waits, Work work) throws InterruptedException {
        AtomicReference<Ended> ended = new AtomicReference<>();
        Thread thread = new Thread(() -> {
            Throwable failure = null;
            try {
                work.run();
            } catch (Exception | AssertionError e) {
                failure = e;
            }
            ended.set(new Ended(failure, Thread.currentThread().isInterrupted()));
        });
        thread.start();
        assertThat(waits.await(60, TimeUnit.SECONDS)).isTrue();
        thread.interrupt();
        thread.join(60_000);
        assertThat(ended.get()).as("the wait ended").isNotNull();
        return ended.get();
    }

    private Interruption() {}
}
