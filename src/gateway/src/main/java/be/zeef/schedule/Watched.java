package be.zeef.schedule;

import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The table {@code schedule}: up to when an agreement's moments were looked at, and who paused them. */
final class Watched {

    private Watched() {}

    /** Up to when; empty before it is looked at for the first time. The row is locked until the transaction ends. */
    static Optional<Instant> seen(Handle handle, String agreement) {
        return handle.select("select seen from schedule where agreement = ? for update", agreement)
                .mapTo(Instant.class)
                .findOne();
    }

    static void see(Handle handle, String agreement, Instant now) {
        if (handle.execute("update schedule set seen = ? where agreement = ?", now, agreement) == 0) {
            handle.execute(
                    "insert into schedule (agreement, seen, clerk, reason) values (?, ?, '', '')", agreement, now);
        }
    }

    /** Who paused it; empty when nobody did. */
    static Optional<Pause> pause(Handle handle, String agreement) {
        return handle.select(
                        "select paused, clerk, reason from schedule where agreement = ? and paused is not null",
                        agreement)
                .map((row, context) -> new Pause(
                        Instant.parse(row.getString("paused")), row.getString("clerk"), row.getString("reason")))
                .findOne();
    }

    static void pause(Handle handle, String agreement, Pause pause) {
        handle.execute(
                "update schedule set paused = ?, clerk = ?, reason = ? where agreement = ?",
                pause.since(),
                pause.clerk(),
                pause.reason(),
                agreement);
    }

    static void resume(Handle handle, String agreement) {
        handle.execute("update schedule set paused = null, clerk = '', reason = '' where agreement = ?", agreement);
    }
}
