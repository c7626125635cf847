package be.zeef.sync;

import be.zeef.ledger.event.Decided;
import be.zeef.run.DecidedCounts;
import be.zeef.run.Run;
import be.zeef.run.SyncState;
import be.zeef.run.Syncs;
import org.jdbi.v3.core.Handle;

/** Closes the deciding of a run: counts what was decided, and binds it to the ledger. */
public final class FinishDeciding {

    private FinishDeciding() {}

    /** Refusals that were kept only for as long as the run needed them. */
    private static long forgotten(Handle handle, Run run) {
        return run.plan().granted().eligibleOnly()
                ? Decisions.forgetRefusals(handle, run.row().id())
                : 0;
    }

    /**
     * The run as it stands once this transaction is committed.
     *
     * @param refused refusals that were counted and not kept
     * @param settled subjects that have the period's grant and were not decided about
     */
    static Run store(Run run, Handle handle, long refused, long settled) {
        DecidedCounts decided = DecisionCounts.count(handle, run, refused + forgotten(handle, run), settled);
        DecisionCounts.keep(handle, run, decided);
        run.record(
                handle,
                new Decided(
                        run.row().version(),
                        decided.eligible(),
                        decided.notEligible(),
                        decided.undetermined(),
                        decided.granted(),
                        DecisionDigest.of(handle, run.row().id())));
        Syncs.advance(handle, run.row(), SyncState.DECIDED);
        return run.in(SyncState.DECIDED);
    }
}
