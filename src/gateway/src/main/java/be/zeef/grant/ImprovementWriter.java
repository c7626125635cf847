package be.zeef.grant;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/**
 * Keeps in batches the better values that cannot be written into their grants yet, since a delivery with the earlier ones is
 * under way ({@link Improvements}). Of several that wait for one grant the best stays.
 */
final class ImprovementWriter implements AutoCloseable {

    private static final String OF_GRANT = " agreement = :agreement and grant_year = :year and subject = :subject";

    /** What waits and is worse, or has been granted by now. */
    private static final String DROP = "delete from grant_improvement where" + OF_GRANT
            + " and (flag_value = :worse or (flag_value = :value"
            + " and exists (select 1 from grants where" + OF_GRANT + " and flag_value = :value)))";

    private static final String KEEP =
            "insert into grant_improvement (agreement, grant_year, subject, flag_value, line, key_vault, columns_vault, sync_id,"
                    + " from_day)"
                    + " select agreement, grant_year, subject, cast(:value as varchar), cast(:line as varchar),"
                    + " cast(:key as <bytes>), cast(:columns as <bytes>), cast(:sync as bigint), cast(:from as date) from grants"
                    + " where" + OF_GRANT
                    + " and flag_value = :worse and standing <> 'CLOSED'"
                    + " and not coalesce(" + Improvements.mayReplace("", "cast(:from as date)") + ", false)"
                    + " and not exists (select 1 from grant_improvement where" + OF_GRANT + ")";

    private final String benefit;
    private final long syncId;
    private final PreparedBatch drop;
    private final PreparedBatch keep;

    ImprovementWriter(Handle handle, String benefit, long syncId) {
        this.benefit = benefit;
        this.syncId = syncId;
        this.drop = handle.prepareBatch(DROP);
        this.keep = handle.prepareBatch(KEEP);
    }

    /**
     * What may wait.
     *
     * @param line what the value is delivered as
     * @param key the recipient's own key of the subject, sealed; null where it has none
     * @param columns what goes along of the population, sealed; null where nothing does
     * @param from the first day on which it counts
     */
    record Better(int year, String value, String line, byte[] key, byte[] columns, LocalDate from) {}

    /**
     * Keeps a value for the grant of this subject, should it have a worse one that cannot be replaced yet.
     *
     * @param worse one of the values that it is better than
     */
    void keep(String subject, Better better, String worse) {
        for (PreparedBatch each : List.of(drop, keep)) {
            each.bind("agreement", benefit)
                    .bind("year", better.year())
                    .bind("subject", subject)
                    .bind("value", better.value())
                    .bind("worse", worse);
        }
        drop.add();
        keep.bind("line", better.line())
                .bind("key", better.key())
                .bind("columns", better.columns())
                .bind("sync", GrantWriter.ofRun(syncId))
                .bind("from", better.from())
                .add();
    }

    /** Stores them, after what could be written into its grant at once was written there; how many wait that did not before. */
    int flush() {
        drop.execute();
        return Arrays.stream(keep.execute()).map(count -> Math.max(0, count)).sum();
    }

    @Override
    public void close() {
        drop.close();
        keep.close();
    }
}
