package be.zeef.route;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.camel.Consumer;
import org.apache.camel.Endpoint;
import org.apache.camel.component.file.remote.RemoteFilePollingConsumerPollStrategy;

/**
 * Ends a look into a partner's folder that shows no end: a server may list names for ever, and each is kept until the last has
 * come. From the first file that is read on, a look may take the time that its files take.
 */
final class ListingWatch extends RemoteFilePollingConsumerPollStrategy implements AutoCloseable {

    /** Its name in {@code routes/}. */
    static final String BEAN = "listingWatch";

    private static final long INTERRUPT_MILLIS = 1000;

    private final Duration most;
    private final ThreadLocal<Future<?>> end = new ThreadLocal<>();
    private final ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "listings");
        thread.setDaemon(true);
        return thread;
    });

    /** @param most how long a server may list */
    ListingWatch(Duration most) {
        this.most = most;
    }

    @Override
    public boolean begin(Consumer consumer, Endpoint endpoint) {
        listed();
        Thread looking = Thread.currentThread();
        end.set(watch.scheduleWithFixedDelay(
                looking::interrupt, most.toMillis(), INTERRUPT_MILLIS, TimeUnit.MILLISECONDS));
        return super.begin(consumer, endpoint);
    }

    /** This thread's look has come to its files. */
    void listed() {
        Future<?> armed = end.get();
        if (armed != null) {
            armed.cancel(false);
            end.remove();
        }
    }

    @Override
    public void commit(Consumer consumer, Endpoint endpoint, int polledMessages) {
        listed();
        super.commit(consumer, endpoint, polledMessages);
    }

    @Override
    public boolean rollback(Consumer consumer, Endpoint endpoint, int retryCounter, Exception cause) throws Exception {
        listed();
        return super.rollback(consumer, endpoint, retryCounter, cause);
    }

    @Override
    public void close() {
        watch.shutdownNow();
    }
}
