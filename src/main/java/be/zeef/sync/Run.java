package be.zeef.sync;

import be.zeef.ledger.EntryKind;
import be.zeef.source.LedgerJournal;
import be.zeef.subject.Population;
import be.zeef.subject.Pseudonyms;
import be.zeef.subject.Vault;
import java.util.HexFormat;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/** One run under way: what it runs, over whom, with what, and what there is to tell. */
record Run(SyncRow row, SyncPlan plan, Population population, Tools tools, Tally tally, Progress progress) {

    Run in(SyncState state) {
        return new Run(row.in(state), plan, population, tools, tally, progress);
    }

    /** Pseudonyms for one thread. */
    Pseudonyms pseudonyms() {
        return new Pseudonyms(tools.keys().pseudonym(plan.agreement()), plan.agreement());
    }

    /** A vault for one thread. */
    Vault vault() {
        return new Vault(tools.keys().vault(), plan.agreement());
    }

    /** Tells the ledger of calls about this subject. */
    LedgerJournal journal(String subject) {
        return new LedgerJournal(tools.ledger(), plan.agreement(), row.id(), subject);
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
