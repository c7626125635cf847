package be.zeef.payment;

import be.zeef.ledger.Deeds;
import be.zeef.ledger.EntryKind;
import be.zeef.ledger.Ledger;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/** Writes to the ledger under one agreement, outside any sync. Thread-safe. */
public record AgreementLedger(Ledger ledger, String agreement) {

    private static final long NO_SYNC = 0;

    /** Writes an entry within this transaction. */
    public void record(Handle handle, EntryKind kind, Map<String, ?> body) {
        ledger.append(handle, kind, agreement, NO_SYNC, body);
    }

    /** Does what the ledger must know of. */
    public Deeds deeds() {
        return new Deeds(ledger, agreement, NO_SYNC);
    }
}
