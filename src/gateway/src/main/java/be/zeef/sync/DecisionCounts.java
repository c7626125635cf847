package be.zeef.sync;

import be.zeef.sieve.Cause;
import be.zeef.sieve.Outcome;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.EnumMap;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/** Counts what a run decided, once, and keeps the counts with the run: the same before and after a crash. */
final class DecisionCounts {

    private static final ObjectMapper JSON = new ObjectMapper();

    private DecisionCounts() {}

    /** @param refused refusals that were not kept */
    static Tally.Decided count(Handle handle, Run run, long refused) {
        Map<Outcome, Long> counts = new EnumMap<>(Outcome.class);
        handle.createQuery("select outcome, count(*) from decision where sync_id = :sync group by outcome")
                .bind("sync", run.row().id())
                .map((result, context) -> counts.put(Outcome.valueOf(result.getString(1)), result.getLong(2)))
                .list();
        long eligible = counts.getOrDefault(Outcome.ELIGIBLE, 0L);
        long granted = handle.createQuery("select count(*) from benefit where sync_id = :sync")
                .bind("sync", run.row().id())
                .mapTo(Long.class)
                .one();
        return new Tally.Decided(
                eligible,
                counts.getOrDefault(Outcome.NOT_ELIGIBLE, 0L) + refused,
                counts.getOrDefault(Outcome.UNDETERMINED, 0L),
                causes(handle, run),
                granted,
                eligible - granted,
                counts.isEmpty() && refused == 0 ? 0 : Benefits.noLongerEligible(handle, run),
                run.tally().notAsked());
    }

    /** How many of the undetermined are so for which cause. */
    private static Map<Cause, Long> causes(Handle handle, Run run) {
        return handle.createQuery("select cause, count(*) from decision"
                        + " where sync_id = :sync and outcome = 'UNDETERMINED' group by cause")
                .bind("sync", run.row().id())
                .map((row, context) -> Map.entry(Cause.valueOf(row.getString(1)), row.getLong(2)))
                .collectToMap(Map.Entry::getKey, Map.Entry::getValue);
    }

    static void keep(Handle handle, Run run, Tally.Decided counts) {
        try {
            handle.createUpdate("update sync set summary = :summary where id = :id")
                    .bind("summary", JSON.writeValueAsString(counts))
                    .bind("id", run.row().id())
                    .execute();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The counts of a run that has decided. */
    static Tally.Decided of(Handle handle, Run run) {
        String summary = handle.createQuery("select summary from sync where id = :id")
                .bind("id", run.row().id())
                .mapTo(String.class)
                .one();
        try {
            return JSON.readValue(summary, Tally.Decided.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the counts of a run cannot be read", e);
        }
    }
}
