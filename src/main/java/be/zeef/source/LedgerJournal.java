package be.zeef.source;

import be.zeef.ledger.EntryKind;
import be.zeef.ledger.Ledger;
import java.util.Map;

/**
 * Writes each call about one subject into the ledger: the intent before it, the outcome after it.
 *
 * @param sync the run the calls belong to; 0 for a question
 * @param subject pseudonym of whom they are about
 */
public record LedgerJournal(Ledger ledger, String agreement, long sync, String subject) implements CallJournal {

    @Override
    public long starting(String service, String referte) {
        return ledger.append(
                EntryKind.CALL_INTENT,
                agreement,
                sync,
                Map.of("service", service, "referte", referte, "subject", subject));
    }

    @Override
    public void ended(long call, String code) {
        ledger.append(EntryKind.CALL_OUTCOME, agreement, sync, Map.of("intent", call, "code", code));
    }
}
