package be.zeef.run;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;

/** How the threads of a run end. */
public final class Workers {

    private static final int PATIENCE_SECONDS = 60;

    private Workers() {}

    /** Stops them, and waits while they write how what they were doing ended: the database is closed after a run. */
    public static void end(ExecutorService workers) {
        workers.shutdownNow();
        try {
            workers.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
