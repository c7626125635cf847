package be.zeef.source.ocmw;

import be.zeef.source.SourceUnavailableException;
import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Work of a driver that is waited for no longer than it may take. JDBC's own time limits are promises of drivers, and a server
 * that holds its line and says nothing is where they are broken; so the wait ends here, whatever the driver does.
 */
final class Bounded implements AutoCloseable {

    private final ExecutorService threads;

    Bounded(String name) {
        threads = Executors.newCachedThreadPool(work -> {
            Thread thread = new Thread(work, name);
            thread.setDaemon(true);
            return thread;
        });
    }

    Executor threads() {
        return threads;
    }

    /**
     * @param late run when the time is over, to make the work end
     * @throws SQLTimeoutException when the time is over
     */
    <T> T within(Duration limit, Callable<T> work, Runnable late) throws SQLException {
        Future<T> done = threads.submit(work);
        try {
            return done.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            threads.execute(late);
            throw new SQLTimeoutException("no answer within " + limit, "HYT00", e);
        } catch (InterruptedException e) {
            threads.execute(late);
            Thread.currentThread().interrupt();
            throw new SQLTimeoutException("stopped while waiting", "HYT00", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof SQLException failure) {
                throw failure;
            }
            if (e.getCause() instanceof SourceUnavailableException doubtful) {
                throw doubtful;
            }
            // drivers throw what they like; it is a database that cannot be asked
            throw new SQLException(e.getCause().getClass().getSimpleName(), "HY000", e.getCause());
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
