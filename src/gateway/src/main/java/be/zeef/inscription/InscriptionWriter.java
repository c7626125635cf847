package be.zeef.inscription;

import be.zeef.run.Run;
import be.zeef.source.Inscription;
import be.zeef.source.InscriptionOutcome;
import be.zeef.subject.Pseudonyms;
import be.zeef.subject.Vault;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import org.jdbi.v3.core.Handle;

/** Keeps what inscriptions changed. Only a success changes anything; the rest is tried again by a later run. */
final class InscriptionWriter implements AutoCloseable {

    private static final int BATCH = 2000;

    private final String agreement;
    private final LocalDate begin;
    private final Inscription kind;
    private final Pseudonyms pseudonyms;
    private final Vault vault;
    private final PreparedStatement statement;
    private int waiting;

    InscriptionWriter(Run run, Handle handle, InscriptionRoad.Work work) throws SQLException {
        this.agreement = run.plan().agreement();
        this.begin = work.begin();
        this.kind = work.kind();
        this.pseudonyms = run.people().pseudonyms();
        this.vault = run.people().vault();
        this.statement = handle.getConnection()
                .prepareStatement(kind == Inscription.REGISTER ? Inscriptions.ADD : Inscriptions.REMOVE);
    }

    void store(long insz, InscriptionOutcome outcome) throws SQLException {
        if (!(outcome instanceof InscriptionOutcome.Done)) {
            return;
        }
        String subject = pseudonyms.hexAtRest(insz);
        if (kind == Inscription.REGISTER) {
            Inscriptions.bindAdd(statement, agreement, subject, vault.seal(insz), begin);
        } else {
            statement.setString(1, agreement);
            statement.setString(2, subject);
        }
        statement.addBatch();
        if (++waiting == BATCH) {
            statement.executeBatch();
            waiting = 0;
        }
    }

    @Override
    public void close() throws SQLException {
        statement.executeBatch();
        statement.close();
    }
}
