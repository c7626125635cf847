package be.zeef.inscription;

import be.zeef.run.PersonNumbers;
import be.zeef.run.Run;
import be.zeef.source.Inscription;
import be.zeef.source.InscriptionOutcome;
import be.zeef.subject.Pseudonyms;
import be.zeef.subject.Vault;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Keeps what inscriptions changed. Only a success changes anything; the rest is tried again by a later run. */
final class InscriptionWriter implements AutoCloseable {

    private static final int BATCH = 2000;

    private final String agreement;
    private final LocalDate begin;
    private final Inscription kind;
    private final Run run;
    private final Handle handle;
    private final Pseudonyms pseudonyms;
    private final Vault vault;
    private final PreparedBatch changes;
    private int waiting;

    InscriptionWriter(Run run, Handle handle, InscriptionRoad.Work work) {
        this.run = run;
        this.handle = handle;
        this.agreement = run.plan().agreement();
        this.begin = work.begin();
        this.kind = work.kind();
        this.pseudonyms = run.people().pseudonyms();
        this.vault = run.people().vault();
        this.changes = kind == Inscription.REGISTER ? Inscriptions.additions(handle) : Inscriptions.removals(handle);
    }

    void store(long insz, InscriptionOutcome outcome) {
        if (outcome instanceof InscriptionOutcome.Refused refused) {
            refused.replacedBy()
                    .ifPresent(fresh -> PersonNumbers.learn(handle, run, Map.of(fresh.value(), List.of(insz))));
        }
        if (!(outcome instanceof InscriptionOutcome.Done)) {
            return;
        }
        String subject = pseudonyms.hexAtRest(insz);
        if (kind == Inscription.REGISTER) {
            Inscriptions.add(changes, agreement, subject, vault.seal(insz), begin);
        } else {
            Inscriptions.remove(changes, agreement, subject);
        }
        if (++waiting == BATCH) {
            changes.execute();
            waiting = 0;
        }
    }

    @Override
    public void close() {
        changes.execute();
        changes.close();
    }
}
