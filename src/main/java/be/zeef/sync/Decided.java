package be.zeef.sync;

import be.zeef.ledger.EntryKind;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/** Closes the deciding of a run: counts what was decided, and binds it to the ledger. */
final class Decided {

    private Decided() {}

    /** The run as it stands once this transaction is committed. */
    static Run store(Run run, Handle handle) {
        Tally.Decided decided = DecisionCounts.of(handle, run);
        run.tally().decided(decided);
        run.record(
                handle,
                EntryKind.DECIDED,
                Map.of(
                        "eligible", decided.eligible(),
                        "notEligible", decided.notEligible(),
                        "undetermined", decided.undetermined(),
                        "granted", decided.granted(),
                        "decisions", DecisionDigest.of(handle, run.row().id())));
        Syncs.advance(handle, run.row(), SyncState.DECIDED);
        return run.in(SyncState.DECIDED);
    }
}
