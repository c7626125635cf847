package be.zeef.sync;

import be.zeef.grant.Grants;
import be.zeef.run.DecidedCounts;
import be.zeef.run.Run;
import be.zeef.run.Syncs;
import be.zeef.sieve.Outcome;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/** Counts what a run decided, once, and keeps the counts with the run: the same before and after a crash. */
final class DecisionCounts {

    private static final ObjectMapper JSON = new ObjectMapper();

    private DecisionCounts() {}

    /**
     * @param refused refusals that were not kept
     * @param settled subjects that have the period's grant and were not decided about
     */
    static DecidedCounts count(Handle handle, Run run, long refused, long settled) {
        Map<Outcome, Long> counts = Decisions.counts(handle, run.row().id());
        long eligible = counts.getOrDefault(Outcome.ELIGIBLE, 0L);
        long granted = Grants.ofRun(handle, run.row().id());
        return new DecidedCounts(
                eligible,
                counts.getOrDefault(Outcome.NOT_ELIGIBLE, 0L) + refused,
                counts.getOrDefault(Outcome.UNDETERMINED, 0L),
                Decisions.causes(handle, run.row().id()),
                granted,
                eligible - Grants.peopleOfRun(handle, run.row().id()) + settled,
                run.plan().list().isPresent() || counts.isEmpty() && refused == 0
                        ? 0
                        : Grants.noLongerEligible(handle, run),
                run.findings().notAsked());
    }

    static void keep(Handle handle, Run run, DecidedCounts counts) {
        try {
            Syncs.summarise(handle, run.row(), JSON.writeValueAsString(counts));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The counts of a run that has decided. */
    static DecidedCounts of(Handle handle, Run run) {
        String summary = Syncs.summary(handle, run.row());
        try {
            return JSON.readValue(summary, DecidedCounts.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the counts of a run cannot be read", e);
        }
    }
}
