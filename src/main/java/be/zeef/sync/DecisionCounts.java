package be.zeef.sync;

import be.zeef.sieve.Outcome;
import java.util.EnumMap;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/** Counts what a run decided, from what is stored: the same before and after a crash. */
final class DecisionCounts {

    private DecisionCounts() {}

    static Tally.Decided of(Handle handle, Run run) {
        SyncRow row = run.row();
        Map<Outcome, Long> counts = new EnumMap<>(Outcome.class);
        handle.createQuery("select outcome, count(*) from decision where sync_id = :sync group by outcome")
                .bind("sync", row.id())
                .map((result, context) -> counts.put(Outcome.valueOf(result.getString(1)), result.getLong(2)))
                .list();
        long eligible = counts.getOrDefault(Outcome.ELIGIBLE, 0L);
        long granted = handle.createQuery("select count(*) from benefit where sync_id = :sync")
                .bind("sync", row.id())
                .mapTo(Long.class)
                .one();
        return new Tally.Decided(
                eligible,
                counts.getOrDefault(Outcome.NOT_ELIGIBLE, 0L),
                counts.getOrDefault(Outcome.UNDETERMINED, 0L),
                granted,
                eligible - granted,
                Benefits.noLongerEligible(handle, run));
    }
}
