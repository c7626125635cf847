package be.zeef.sync;

import be.zeef.sieve.Decision;
import be.zeef.sieve.Outcome;
import be.zeef.subject.Insz;
import be.zeef.subject.Pseudonyms;
import be.zeef.subject.Vault;
import be.zeef.validation.Finding;
import be.zeef.validation.Location;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.jdbi.v3.core.Handle;

/**
 * Writes decisions, and grants to those found eligible, in batches on one transaction's connection. A value that the
 * agreement does not let out decides nothing: it is told, and its subject stays undetermined.
 */
final class DecisionWriter implements AutoCloseable {

    private static final int BATCH = 2000;

    private final Run run;
    private final SyncPlan.Granted granted;
    private final PreparedStatement decisions;
    private final GrantWriter grants;
    private final Pseudonyms pseudonyms;
    private int waiting;

    DecisionWriter(Run run, Handle handle) throws SQLException {
        this.run = run;
        this.granted = run.plan().granted();
        this.pseudonyms = run.pseudonyms();
        this.decisions = handle.getConnection()
                .prepareStatement("insert into decision (sync_id, subject, outcome, category) values (?, ?, ?, ?)");
        this.grants = new GrantWriter(
                run,
                handle,
                pseudonyms,
                new Vault(run.tools().keys().vault(), run.plan().agreement()));
    }

    /** @param key the recipient's own key of the subject; empty where it has none */
    void write(Insz person, String key, Decision decision) {
        try {
            String value = granted.flag().isEmpty() ? "" : decision.flag(granted.flag());
            boolean eligible = decision.outcome() == Outcome.ELIGIBLE;
            if (eligible && !granted.allows(value)) {
                run.tally().incomplete(Finding.error("sync.value-not-agreed", Location.WHOLE, granted.flag()));
                eligible = false;
            }
            String subject = Run.hex(pseudonyms.atRest(person.value()));
            Outcome outcome =
                    eligible || decision.outcome() != Outcome.ELIGIBLE ? decision.outcome() : Outcome.UNDETERMINED;
            store(subject, outcome, eligible ? value : "");
            if (eligible) {
                grants.grant(person, subject, key, value);
            }
            if (++waiting == BATCH) {
                flush();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the decisions cannot be stored", e);
        }
    }

    private void store(String subject, Outcome outcome, String value) throws SQLException {
        decisions.setLong(1, run.row().id());
        decisions.setString(2, subject);
        decisions.setString(3, outcome.name());
        decisions.setString(4, value);
        decisions.addBatch();
    }

    private void flush() throws SQLException {
        decisions.executeBatch();
        grants.flush();
        waiting = 0;
    }

    @Override
    public void close() throws SQLException {
        flush();
        decisions.close();
        grants.close();
    }
}
