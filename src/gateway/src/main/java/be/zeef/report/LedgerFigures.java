package be.zeef.report;

import be.zeef.ledger.EvidenceBundle.UnsealedException;
import be.zeef.ledger.SealedReading;
import be.zeef.ledger.seal.Checkpoint;
import be.zeef.run.DecidedCounts;
import be.zeef.run.Syncs;
import be.zeef.sieve.Cause;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Collection;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.transaction.TransactionIsolationLevel;

/** Counts what the sealed ledger tells of benefits, and why runs left people undetermined, which the runs keep themselves. */
public final class LedgerFigures {

    /** Where a run tells no cause, or more people than the ledger does. */
    static final String UNKNOWN = "unknown";

    private static final ObjectMapper JSON = new ObjectMapper();

    private LedgerFigures() {}

    /**
     * @param benefits by their ids
     * @param head up to which the ledger is read
     * @return the figures of each benefit
     * @throws UnsealedException when the ledger is not what was sealed
     */
    public static SortedMap<String, Figures> of(Jdbi jdbi, Checkpoint head, Collection<String> benefits)
            throws UnsealedException {
        SortedMap<String, LedgerTally> tallies = new TreeMap<>();
        benefits.forEach(benefit -> tallies.put(benefit, new LedgerTally()));
        try (Handle handle = jdbi.open()) {
            handle.setTransactionIsolationLevel(TransactionIsolationLevel.REPEATABLE_READ);
            handle.begin();
            SealedReading.read(handle, head, tallies::containsKey, entry -> tallies.get(entry.agreement())
                    .see(entry));
            tallies.values()
                    .forEach(tally -> tally.runs().forEach((run, decided) -> causes(handle, run, decided, tally)));
            handle.rollback();
        }
        SortedMap<String, Figures> told = new TreeMap<>();
        tallies.forEach((benefit, tally) -> told.put(benefit, tally.told()));
        return told;
    }

    private static void causes(Handle handle, long run, LedgerTally.Decided decided, LedgerTally tally) {
        Map<Cause, Long> causes =
                Syncs.summary(handle, run).map(LedgerFigures::causes).orElse(Map.of());
        long known = causes.values().stream().mapToLong(Long::longValue).sum();
        if (known > decided.undetermined()) {
            tally.cause(decided.month(), UNKNOWN, decided.undetermined());
            return;
        }
        causes.forEach((cause, count) -> tally.cause(decided.month(), cause.word(), count));
        tally.cause(decided.month(), UNKNOWN, decided.undetermined() - known);
    }

    private static Map<Cause, Long> causes(String summary) {
        try {
            return JSON.readValue(summary, DecidedCounts.class).causes();
        } catch (JsonProcessingException e) {
            return Map.of();
        }
    }
}
