package be.zeef.sync;

import be.zeef.plan.SyncPlan;
import be.zeef.sieve.Cause;
import be.zeef.sieve.Decision;
import be.zeef.sieve.Outcome;
import be.zeef.subject.Insz;
import be.zeef.subject.Pseudonyms;
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
    private final Pseudonyms pseudonyms;
    private final boolean keepRefusals;
    private final PreparedStatement decisions;
    private final GrantWriter grants;
    private long refused;
    private int waiting;

    /** @param keepRefusals whether refusals are stored; otherwise they are only counted */
    DecisionWriter(Run run, Handle handle, boolean keepRefusals) throws SQLException {
        this.run = run;
        this.keepRefusals = keepRefusals;
        this.granted = run.plan().granted();
        this.pseudonyms = run.pseudonyms();
        this.decisions = handle.getConnection()
                .prepareStatement(
                        "insert into decision (sync_id, subject, outcome, category, cause) values (?, ?, ?, ?, ?)");
        this.grants = new GrantWriter(
                handle, run.plan().agreement(), granted, run.row().id(), pseudonyms, run.vault());
    }

    /** @param key the recipient's own key of the subject; empty where it has none */
    void write(Insz person, String key, Decision decision) {
        try {
            String value = granted.flag().isEmpty() ? "" : decision.flag(granted.flag());
            Decision agreed = agreed(decision, value);
            Outcome outcome = agreed.outcome();
            boolean eligible = outcome == Outcome.ELIGIBLE;
            if (outcome == Outcome.NOT_ELIGIBLE && !keepRefusals) {
                refused++;
            } else {
                store(person, agreed.because(Cause.RULE_OPEN), eligible ? value : "");
            }
            if (eligible) {
                grants.grant(person, key, value);
            }
            if (++waiting == BATCH) {
                flush();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the decisions cannot be stored", e);
        }
    }

    private Decision agreed(Decision decision, String value) {
        if (decision.outcome() != Outcome.ELIGIBLE || granted.allows(value)) {
            return decision;
        }
        run.tally()
                .incomplete(Finding.error(
                        "sync.value-not-agreed",
                        Location.WHOLE,
                        granted.flag(),
                        run.plan().agreement()));
        return Decision.undetermined(Cause.VALUE_NOT_AGREED);
    }

    private void store(Insz person, Decision decision, String value) throws SQLException {
        decisions.setLong(1, run.row().id());
        decisions.setString(2, Run.hex(pseudonyms.atRest(person.value())));
        decisions.setString(3, decision.outcome().name());
        decisions.setString(4, value);
        decisions.setString(5, decision.cause().map(Cause::name).orElse(""));
        decisions.addBatch();
    }

    /** Refusals that were counted and not kept. */
    long refused() {
        return refused;
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
