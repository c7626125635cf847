package be.zeef.ledger.stamp;

import be.zeef.ledger.seal.Checkpoints;
import be.zeef.validation.Finding;
import be.zeef.validation.Findings;
import be.zeef.validation.Location;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;

/**
 * Has stamped what is not stamped yet: from the first checkpoint on that was, each, oldest first, so that the times go up with the entries.
 * Where none was, the newest alone. What cannot be stamped now is at a later time.
 */
public final class Stamping {

    /** How long checkpoints that have none are stamped, one after the other: whoever waits is a run at its end. */
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final Jdbi jdbi;
    private final Stamper stamper;

    public Stamping(Jdbi jdbi, Stamper stamper) {
        this.jdbi = jdbi;
        this.stamper = stamper;
    }

    /** @param findings is told what went wrong */
    public void run(Findings findings) {
        long begun = System.nanoTime();
        for (Checkpoints.Row row : jdbi.withHandle(Stamping::lacking)) {
            if (System.nanoTime() - begun > PATIENCE.toNanos()) {
                return;
            }
            try {
                byte[] token = stamper.stamp(row.note().getBytes(StandardCharsets.UTF_8));
                add(row.size(), token);
            } catch (StampException e) {
                findings.add(Finding.error("ledger.stamp-refused", Location.WHOLE, e.reason()));
                return;
            } catch (IOException e) {
                findings.add(Finding.error("ledger.stamp-unreachable", Location.WHOLE));
                return;
            }
        }
    }

    /** Who stamps the same at the same moment elsewhere has kept as good a one. */
    private void add(long size, byte[] token) {
        try {
            jdbi.useHandle(handle -> Stamps.add(handle, size, token));
        } catch (UnableToExecuteStatementException e) {
            if (!Checkpoints.isThere(e)) {
                throw e;
            }
        }
    }

    private static List<Checkpoints.Row> lacking(Handle handle) {
        Optional<Long> stamped = Stamps.newest(handle);
        return stamped.isPresent()
                ? Checkpoints.after(handle, stamped.get())
                : Checkpoints.newest(handle).stream().toList();
    }
}
