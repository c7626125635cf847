package be.zeef.run;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The table of runs. */
public final class Syncs {

    private Syncs() {}

    /** The unfinished run of this agreement. */
    public static Optional<SyncRow> open(Handle handle, String agreement) {
        return handle.createQuery("select * from sync where open_for = :agreement")
                .bind("agreement", agreement)
                .map((row, context) -> row(row))
                .findOne();
    }

    public static SyncRow start(
            Handle handle, Clock clock, String agreement, String version, LocalDate on, String population) {
        long id = handle.createUpdate(
                        "insert into sync (agreement, version, on_date, population, state, open_for, started)"
                                + " values (:agreement, :version, :on, :population, :state, :agreement, :started)")
                .bind("agreement", agreement)
                .bind("version", version)
                .bind("on", on)
                .bind("population", population)
                .bind("state", SyncState.REGISTERING.name())
                .bind("started", clock.instant().toString())
                .executeAndReturnGeneratedKeys("id")
                .mapTo(Long.class)
                .one();
        return new SyncRow(id, agreement, version, on, population, SyncState.REGISTERING);
    }

    /** When a run began: an instant, as ISO 8601. */
    public static String started(Handle handle, SyncRow row) {
        return handle.createQuery("select started from sync where id = :id")
                .bind("id", row.id())
                .mapTo(String.class)
                .one();
    }

    public static SyncRow advance(Handle handle, SyncRow row, SyncState next) {
        handle.createUpdate("update sync set state = :state where id = :id")
                .bind("state", next.name())
                .bind("id", row.id())
                .execute();
        return row.in(next);
    }

    public static SyncRow close(Handle handle, SyncRow row, SyncState last) {
        handle.createUpdate("update sync set state = :state, open_for = null where id = :id")
                .bind("state", last.name())
                .bind("id", row.id())
                .execute();
        return row.in(last);
    }

    private static SyncRow row(ResultSet row) throws SQLException {
        return new SyncRow(
                row.getLong("id"),
                row.getString("agreement"),
                row.getString("version"),
                row.getObject("on_date", LocalDate.class),
                row.getString("population"),
                SyncState.valueOf(row.getString("state")));
    }
}
