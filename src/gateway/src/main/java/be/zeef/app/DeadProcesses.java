package be.zeef.app;

import be.zeef.ledger.Abandoned;
import be.zeef.ledger.Ledger;
import be.zeef.storage.Storage;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Closes what processes that died left open in the ledger: when this one starts, and again before each of its runs. */
final class DeadProcesses {

    private static final Logger LOG = LoggerFactory.getLogger(DeadProcesses.class);

    private final Abandoned abandoned;
    private final long before;

    DeadProcesses(Storage storage, Clock clock) {
        this.abandoned = new Abandoned(storage.jdbi(), new Ledger(storage.jdbi(), clock), clock);
        this.before = storage.isAlone() ? abandoned.head() : 0;
        close();
    }

    void close() {
        int closed = abandoned.close(before);
        if (closed > 0) {
            LOG.warn(
                    "{} calls or deliveries of a process that died have an end that is not known; the ledger says which",
                    closed);
        }
    }
}
