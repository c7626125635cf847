package be.zeef.sync;

import be.zeef.ledger.EntryKind;
import be.zeef.sieve.Decision;
import be.zeef.sieve.Facts;
import be.zeef.sieve.Outcome;
import be.zeef.subject.Population;
import be.zeef.subject.Pseudonyms;
import be.zeef.subject.Vault;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/**
 * Decides about every household, and grants those found eligible who have no grant of this year. All of it is one
 * transaction: a run that dies here has decided nothing.
 */
final class Decide {

    private static final int BATCH = 2000;

    private final Run run;
    private final Population population;
    private final HouseholdFact status;
    private final HouseholdFact measure;

    Decide(Run run, HouseholdFact status, HouseholdFact measure) {
        this.run = run;
        this.population = run.population();
        this.status = status;
        this.measure = measure;
    }

    /** The run as it stands after its decisions were stored. */
    Run run() throws SQLException {
        run.progress().step("deciding", population.size());
        return run.tools().jdbi().<Run, SQLException>inTransaction(handle -> {
            DecisionDigest.forget(handle, run.row().id());
            Benefits.retryRefused(handle, run.plan().agreement(), run.row().year());
            try (Writer writer = new Writer(handle)) {
                population.eachHousehold(writer::household);
            }
            Tally.Decided decided = DecisionCounts.of(handle, run.row());
            run.tally().decided(decided);
            run.record(handle, EntryKind.DECIDED, body(handle, decided));
            return new Run(
                    Syncs.advance(handle, run.row(), SyncState.DECIDED),
                    run.plan(),
                    population,
                    run.tools(),
                    run.tally(),
                    run.progress());
        });
    }

    private Map<String, Object> body(Handle handle, Tally.Decided decided) {
        return Map.of(
                "eligible", decided.eligible(),
                "notEligible", decided.notEligible(),
                "undetermined", decided.undetermined(),
                "granted", decided.granted(),
                "decisions", DecisionDigest.of(handle, run.row().id()));
    }

    /** Writes decisions and grants in batches on the transaction's own connection. */
    private final class Writer implements AutoCloseable {
        private final PreparedStatement decisions;
        private final PreparedStatement grants;
        private final Pseudonyms pseudonyms = run.pseudonyms();
        private final Vault vault = run.vault();
        private int waiting;

        Writer(Handle handle) throws SQLException {
            decisions = handle.getConnection()
                    .prepareStatement("insert into decision (sync_id, subject, outcome, category) values (?, ?, ?, ?)");
            grants = handle.getConnection().prepareStatement(Benefits.INSERT);
        }

        void household(int head) {
            Facts facts = new Facts()
                    .with("verhoogdeTegemoetkoming", status.of(population, head))
                    .with("ocmwMaatregel", measure.of(population, head))
                    .with("gezinsgrootte", population.householdSize(head));
            run.plan().parameters().forEach(facts::with);
            Decision decision = run.tools().rule().decide(facts);
            try {
                write(population.at(head), decision);
            } catch (SQLException e) {
                throw new IllegalStateException("the decisions cannot be stored", e);
            }
            run.progress().advance(population.householdSize(head));
        }

        private void write(long insz, Decision decision) throws SQLException {
            String subject = Run.hex(pseudonyms.atRest(insz));
            decisions.setLong(1, run.row().id());
            decisions.setString(2, subject);
            decisions.setString(3, decision.outcome().name());
            decisions.setString(4, decision.flag("categorie"));
            decisions.addBatch();
            if (decision.outcome() == Outcome.ELIGIBLE) {
                Benefits.bind(
                        grants,
                        run,
                        subject,
                        vault.seal(insz),
                        pseudonyms.line(insz, run.row().year()),
                        decision.flag("categorie"));
                grants.addBatch();
            }
            if (++waiting == BATCH) {
                flush();
            }
        }

        private void flush() throws SQLException {
            decisions.executeBatch();
            grants.executeBatch();
            waiting = 0;
        }

        @Override
        public void close() throws SQLException {
            flush();
            decisions.close();
            grants.close();
        }
    }
}
