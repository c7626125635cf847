package be.zeef.sync;

import be.zeef.ledger.EntryKind;
import be.zeef.source.CallJournal;
import java.util.Map;

/** Writes each call about one subject into the ledger: the intent before it, the outcome after it. */
final class LedgerJournal implements CallJournal {

    private final Run run;
    private final String subject;

    LedgerJournal(Run run, String subject) {
        this.run = run;
        this.subject = subject;
    }

    @Override
    public long starting(String service, String referte) {
        return run.record(EntryKind.CALL_INTENT, Map.of("service", service, "referte", referte, "subject", subject));
    }

    @Override
    public void ended(long call, String code) {
        run.record(EntryKind.CALL_OUTCOME, Map.of("intent", call, "code", code));
    }
}
