package be.zeef.sync;

import be.zeef.ledger.Deeds;
import be.zeef.ledger.EntryKind;
import be.zeef.plan.SyncPlan;
import be.zeef.source.LedgerJournal;
import be.zeef.subject.Insz;
import be.zeef.subject.Pseudonyms;
import be.zeef.subject.Vault;
import be.zeef.validation.Finding;
import be.zeef.validation.Location;
import java.util.HexFormat;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/** One run under way: what it runs, with what, and what there is to tell. */
record Run(SyncRow row, SyncPlan plan, Tools tools, Tally tally, Progress progress) {

    Run in(SyncState state) {
        return new Run(row.in(state), plan, tools, tally, progress);
    }

    /** The same, one state further, and that stored. */
    Run advanced(SyncState next) {
        tools.jdbi().useTransaction(handle -> Syncs.advance(handle, row, next));
        return in(next);
    }

    /** Which grants of one subject are of the same period. */
    int year() {
        return plan.granted().period().year();
    }

    /** Pseudonyms for one thread. */
    Pseudonyms pseudonyms() {
        return new Pseudonyms(tools.keys().pseudonym(plan.agreement()), plan.agreement());
    }

    /** A vault for one thread. */
    Vault vault() {
        return new Vault(tools.keys().vault(), plan.agreement());
    }

    /** Tells the ledger of calls about this person. */
    LedgerJournal journal(Insz person) {
        return LedgerJournal.about(tools.ledger(), plan.agreement(), row.id(), person, this::pseudonym);
    }

    /** What stands for this person in our tables; for any thread. */
    String pseudonym(Insz person) {
        return hex(pseudonyms().atRest(person.value()));
    }

    /** Does what the ledger must know of, under this run. */
    Deeds deeds() {
        return new Deeds(tools.ledger(), plan.agreement(), row.id());
    }

    /** What is told of a delivery that its recipient refused as a whole. */
    Finding refused(String delivery, String code) {
        return Finding.warning("sync.delivery-refused", Location.WHOLE, delivery, code, plan.agreement());
    }

    long record(EntryKind kind, Map<String, ?> body) {
        return tools.ledger().append(kind, plan.agreement(), row.id(), body);
    }

    long record(Handle handle, EntryKind kind, Map<String, ?> body) {
        return tools.ledger().append(handle, kind, plan.agreement(), row.id(), body);
    }

    static String hex(byte[] pseudonym) {
        return HexFormat.of().formatHex(pseudonym);
    }
}
