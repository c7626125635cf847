package be.zeef.run;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/** The table {@code sync}: runs. */
public final class Syncs {

    private Syncs() {}

    /** The unfinished run of this agreement. */
    public static Optional<SyncRow> open(Handle handle, String agreement) {
        return handle.createQuery("select * from sync where open_for = :agreement")
                .bind("agreement", agreement)
                .map(ConstructorMapper.of(SyncRow.class))
                .findOne();
    }

    /** The run of this agreement that was begun last. */
    static Optional<SyncRow> last(Handle handle, String agreement) {
        return handle.createQuery("select * from sync where agreement = :agreement order by id desc limit 1")
                .bind("agreement", agreement)
                .map(ConstructorMapper.of(SyncRow.class))
                .findOne();
    }

    /** Runs of this agreement that were ended, of days up to this one, the oldest first. */
    public static List<Long> ended(Handle handle, String agreement, LocalDate until) {
        return handle.createQuery("select id from sync where agreement = :agreement and open_for is null"
                        + " and on_date <= :until order by id")
                .bind("agreement", agreement)
                .bind("until", until)
                .mapTo(Long.class)
                .list();
    }

    /** The runs that people ended, of every agreement. */
    public static List<Long> abandoned(Handle handle) {
        return handle.createQuery("select id from sync where state = :state order by id")
                .bind("state", SyncState.ABANDONED)
                .mapTo(Long.class)
                .list();
    }

    /** Whether the run of this id, of whatever agreement, may still be gone on with. */
    public static boolean isUnfinished(Handle handle, long id) {
        return handle.createQuery("select count(*) from sync where id = :id and open_for is not null")
                        .bind("id", id)
                        .mapTo(Integer.class)
                        .one()
                > 0;
    }

    /** The unfinished runs of an agreement and of its benefits, or of one benefit, in the order in which they were begun. */
    public static List<SyncRow> unfinished(Handle handle, String agreement) {
        return handle.createQuery("select * from sync where open_for is not null and (agreement = :agreement"
                        + " or substring(agreement from 1 for :length) = :prefix) order by id")
                .bind("agreement", agreement)
                .bind("length", agreement.length() + 1)
                .bind("prefix", agreement + "/")
                .map(ConstructorMapper.of(SyncRow.class))
                .list();
    }

    /** The run as it stands, while it is unfinished; nobody else goes on with it or ends it until this transaction ends. */
    public static Optional<SyncRow> lock(Handle handle, long id) {
        return handle.createQuery("select * from sync where id = :id and open_for is not null for update")
                .bind("id", id)
                .map(ConstructorMapper.of(SyncRow.class))
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
                .bind("state", SyncState.REGISTERING)
                .bind("started", clock.instant())
                .executeAndReturnGeneratedKeys("id")
                .mapTo(Long.class)
                .one();
        return new SyncRow(id, agreement, version, on, population, SyncState.REGISTERING);
    }

    /** Keeps the ledger entry with which a run began. */
    static void begun(Handle handle, SyncRow row, long entry) {
        handle.createUpdate("update sync set first_entry = :entry where id = :id")
                .bind("entry", entry)
                .bind("id", row.id())
                .execute();
    }

    /** The ledger entry with which a run began; 0 where an earlier release began it. */
    public static long firstEntry(Handle handle, SyncRow row) {
        return handle.createQuery("select coalesce(first_entry, 0) from sync where id = :id")
                .bind("id", row.id())
                .mapTo(Long.class)
                .one();
    }

    /** The runs of these agreements by their numbers, and the entry with which each began: 0 where an earlier release began it. */
    public static Map<Long, Long> firstEntries(Handle handle, Collection<String> agreements) {
        return handle.createQuery(
                        "select id, coalesce(first_entry, 0) as entry from sync where agreement in (<agreements>)")
                .bindList("agreements", agreements)
                .map((row, context) -> Map.entry(row.getLong(1), row.getLong(2)))
                .collectToMap(Map.Entry::getKey, Map.Entry::getValue);
    }

    /** When a run began: an instant, as ISO 8601. */
    public static String started(Handle handle, SyncRow row) {
        return handle.createQuery("select started from sync where id = :id")
                .bind("id", row.id())
                .mapTo(String.class)
                .one();
    }

    /** @throws SyncRefusedException when it was ended meanwhile: then it is not gone on with */
    public static SyncRow advance(Handle handle, SyncRow row, SyncState next) {
        return ofUnfinished(handle, "update sync set state = :state", row, next);
    }

    /** @throws SyncRefusedException when it was ended meanwhile */
    public static SyncRow close(Handle handle, SyncRow row, SyncState last) {
        return ofUnfinished(handle, "update sync set state = :state, open_for = null", row, last);
    }

    private static SyncRow ofUnfinished(Handle handle, String change, SyncRow row, SyncState next) {
        int changed = handle.createUpdate(change + " where id = :id and open_for is not null")
                .bind("state", next)
                .bind("id", row.id())
                .execute();
        if (changed == 0) {
            throw SyncRefusedException.ended(row);
        }
        return row.in(next);
    }

    /** Keeps what is told of a run that has decided, as a text of whoever reads it again. */
    public static void summarise(Handle handle, SyncRow row, String summary) {
        handle.createUpdate("update sync set summary = :summary where id = :id")
                .bind("summary", summary)
                .bind("id", row.id())
                .execute();
    }

    /** What was kept of a run by its number; empty where the run is not there any more, or has not decided. */
    public static Optional<String> summary(Handle handle, long run) {
        return handle.createQuery("select summary from sync where id = :id and summary is not null")
                .bind("id", run)
                .mapTo(String.class)
                .findOne();
    }

    /** What was kept. */
    public static String summary(Handle handle, SyncRow row) {
        return handle.createQuery("select summary from sync where id = :id")
                .bind("id", row.id())
                .mapTo(String.class)
                .one();
    }
}
