package be.zeef.sync;

import be.zeef.grant.GrantWriter;
import be.zeef.plan.SyncPlan;
import be.zeef.run.Run;
import be.zeef.sieve.Cause;
import be.zeef.sieve.Decision;
import be.zeef.sieve.Outcome;
import be.zeef.subject.Insz;
import be.zeef.subject.Pseudonyms;
import be.zeef.subject.Subject;
import be.zeef.validation.Finding;
import be.zeef.validation.Location;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

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
    private final PreparedBatch decisions;
    private final GrantWriter grants;
    private long refused;
    private int waiting;

    /** @param keepRefusals whether refusals are stored; otherwise they are only counted */
    DecisionWriter(Run run, Handle handle, boolean keepRefusals) {
        this.run = run;
        this.keepRefusals = keepRefusals;
        this.granted = run.plan().granted();
        this.pseudonyms = run.people().pseudonyms();
        this.decisions = Decisions.batch(handle);
        this.grants = new GrantWriter(handle, granted, run.row().id(), run.people());
    }

    /**
     * Writes what was decided about somebody whom the recipient knows by the INSZ, and of whose right no source says the beginning.
     *
     * @param columns what goes along of the population
     * @return whether the decision grants
     */
    boolean write(Insz person, Decision decision, Map<String, String> columns) {
        String value = value(decision);
        boolean eligible = decide(person, decision);
        if (eligible) {
            grants.grant(person, "", value, Optional.empty(), columns);
        }
        return eligible;
    }

    /**
     * Writes one decision, and when it is a yes a grant for each of the recipient's keys of the subject.
     *
     * @param since from when the right runs, where a source says it
     * @return whether the decision grants
     */
    boolean write(Subject subject, Decision decision, Optional<LocalDate> since) {
        String value = value(decision);
        boolean eligible = decide(subject.person(), decision);
        if (eligible) {
            subject.keys().forEach(key -> grants.grant(subject.person(), key, value, since));
        }
        return eligible;
    }

    /** Writes a decision that gives nobody a grant; whether it is that the subject is eligible, with a value that is agreed. */
    boolean decide(Insz person, Decision decision) {
        String value = value(decision);
        Decision agreed = agreed(decision, value);
        Outcome outcome = agreed.outcome();
        boolean eligible = outcome == Outcome.ELIGIBLE;
        if (outcome == Outcome.NOT_ELIGIBLE && !keepRefusals) {
            refused++;
        } else {
            Decisions.add(
                    decisions,
                    run.row().id(),
                    pseudonyms.hexAtRest(person.value()),
                    agreed.because(Cause.RULE_OPEN),
                    eligible ? value : "");
        }
        if (++waiting == BATCH) {
            flush();
        }
        return eligible;
    }

    private String value(Decision decision) {
        return granted.flag().isEmpty() ? "" : decision.flag(granted.flag());
    }

    private Decision agreed(Decision decision, String value) {
        if (decision.outcome() != Outcome.ELIGIBLE || granted.allows(value)) {
            return decision;
        }
        run.findings()
                .incomplete(Finding.error(
                        "sync.value-not-agreed",
                        Location.WHOLE,
                        granted.flag(),
                        run.plan().benefit()));
        return Decision.undetermined(Cause.VALUE_NOT_AGREED);
    }

    /** Refusals that were counted and not kept. */
    long refused() {
        return refused;
    }

    private void flush() {
        decisions.execute();
        grants.flush();
        waiting = 0;
    }

    @Override
    public void close() {
        flush();
        decisions.close();
        grants.close();
    }
}
