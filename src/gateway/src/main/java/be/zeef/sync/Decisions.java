package be.zeef.sync;

import be.zeef.sieve.Cause;
import be.zeef.sieve.Decision;
import be.zeef.sieve.Outcome;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.generic.GenericType;
import org.jdbi.v3.core.mapper.reflect.ColumnName;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.jdbi.v3.core.statement.PreparedBatch;

/** The table {@code decision}: what was decided about whom in a run. Whom a run would not grant is asked of it with the grants, there. */
public final class Decisions {

    private Decisions() {}

    /** One, as it is stored. */
    record Row(
            String subject,
            Outcome outcome,
            @ColumnName("flag_value") String value) {}

    /** Takes decisions by {@link #add}; nothing is stored before it is executed. */
    static PreparedBatch batch(Handle handle) {
        return handle.prepareBatch("insert into decision (sync_id, subject, outcome, flag_value, cause)"
                + " values (:sync, :subject, :outcome, :value, :cause)");
    }

    static void add(PreparedBatch batch, long sync, String subject, Decision decision, String value) {
        batch.bind("sync", sync)
                .bind("subject", subject)
                .bind("outcome", decision.outcome())
                .bind("value", value)
                .bind("cause", decision.cause().map(Cause::name).orElse(""))
                .add();
    }

    /**
     * What a run decided about one person, for that person to know.
     *
     * @param cause why it is undetermined; empty for every other outcome
     */
    public record OfPerson(
            @ColumnName("sync_id") long sync,
            Outcome outcome,
            @ColumnName("flag_value") String value,
            String cause) {}

    /** @param numbers pseudonyms of all of the person's numbers */
    public static List<OfPerson> of(Handle handle, Collection<String> numbers) {
        return handle.createQuery(
                        "select sync_id, outcome, flag_value, cause from decision where subject in (<numbers>) order by sync_id")
                .bindList("numbers", numbers)
                .map(ConstructorMapper.of(OfPerson.class))
                .list();
    }

    static List<String> subjects(Handle handle, long sync) {
        return handle.createQuery("select subject from decision where sync_id = :sync")
                .bind("sync", sync)
                .mapTo(String.class)
                .list();
    }

    /** Tells each, in the order of their subjects. */
    static void each(Handle handle, long sync, Consumer<Row> decision) {
        handle.createQuery("select subject, outcome, flag_value from decision where sync_id = :sync order by subject")
                .bind("sync", sync)
                .setFetchSize(5000)
                .map(ConstructorMapper.of(Row.class))
                .forEach(decision);
    }

    static Map<Outcome, Long> counts(Handle handle, long sync) {
        return handle.createQuery("select outcome, count(*) as n from decision where sync_id = :sync group by outcome")
                .bind("sync", sync)
                .setMapKeyColumn("outcome")
                .setMapValueColumn("n")
                .collectInto(new GenericType<Map<Outcome, Long>>() {});
    }

    /** How many of the undetermined are so for which cause. */
    static Map<Cause, Long> causes(Handle handle, long sync) {
        return handle.createQuery("select cause, count(*) as n from decision"
                        + " where sync_id = :sync and outcome = 'UNDETERMINED' group by cause")
                .bind("sync", sync)
                .setMapKeyColumn("cause")
                .setMapValueColumn("n")
                .collectInto(new GenericType<Map<Cause, Long>>() {});
    }

    /** Whether any of a run stand. */
    public static boolean isAny(Handle handle, long sync) {
        return handle.createQuery("select 1 from decision where sync_id = :sync fetch first 1 row only")
                .bind("sync", sync)
                .mapTo(Integer.class)
                .findOne()
                .isPresent();
    }

    /** All of a run; how many there were. */
    public static int forget(Handle handle, long sync) {
        return handle.createUpdate("delete from decision where sync_id = :sync")
                .bind("sync", sync)
                .execute();
    }

    /** All but those by which somebody was granted something: nothing was closed about the others, and they are asked about anew. */
    public static int forgetUngranted(Handle handle, long sync) {
        return handle.createUpdate("delete from decision where sync_id = :sync and outcome <> 'ELIGIBLE'")
                .bind("sync", sync)
                .execute();
    }

    /** Its refusals; how many there were. */
    static int forgetRefusals(Handle handle, long sync) {
        return handle.createUpdate("delete from decision where sync_id = :sync and outcome = 'NOT_ELIGIBLE'")
                .bind("sync", sync)
                .execute();
    }
}
