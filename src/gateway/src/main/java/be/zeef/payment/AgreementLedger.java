package be.zeef.payment;

import be.zeef.ledger.Deeds;
import be.zeef.ledger.Ledger;
import be.zeef.ledger.event.Note;
import org.jdbi.v3.core.Handle;

/** Writes to the ledger under one agreement, outside any sync. Thread-safe. */
public record AgreementLedger(Ledger ledger, String agreement) {

    private static final long NO_SYNC = 0;

    /** Writes an entry within this transaction. */
    public void record(Handle handle, Note note) {
        ledger.append(handle, agreement, NO_SYNC, note);
    }

    /** @throws be.zeef.ledger.HaltedException when nothing may go on under the agreement */
    public void requireGoingOn() {
        ledger.requireGoingOn(agreement);
    }

    /** Does what the ledger must know of. */
    public Deeds deeds() {
        return new Deeds(ledger, agreement, NO_SYNC);
    }
}
