package be.zeef.route.sftp;

import com.jcraft.jsch.Session;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Leaves a server that keeps its session alive and does not do what it was asked in time. */
final class Patience {

    private static final ScheduledExecutorService WATCH = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "sftp-patience");
        thread.setDaemon(true);
        return thread;
    });

    private final Session session;
    private final Duration time;

    Patience(Session session, Duration time) {
        this.session = session;
        this.time = time;
    }

    /** Does this; when it takes longer, it fails, since its session is over. */
    <T> T within(Callable<T> deed) throws Exception {
        Future<?> end = WATCH.schedule(session::disconnect, time.toMillis(), TimeUnit.MILLISECONDS);
        try {
            return deed.call();
        } finally {
            end.cancel(false);
        }
    }

    /** Ends the session. */
    void leave() {
        session.disconnect();
    }
}
