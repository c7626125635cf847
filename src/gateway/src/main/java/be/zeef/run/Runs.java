package be.zeef.run;

import be.zeef.ledger.Ledger;
import be.zeef.ledger.event.SyncStarted;
import be.zeef.plan.SyncPlan;
import be.zeef.security.Keys;
import be.zeef.subject.PeopleAtRest;
import be.zeef.subject.Today;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/** Where runs are begun, and unfinished ones found again. Thread-safe. */
public record Runs(Jdbi jdbi, Ledger ledger, Keys keys, Clock clock) {

    /**
     * The day that a run is of, to be known before a plan is made. It is stored when the run begins and decides all of it:
     * whether the agreement is in force, the period, the statuses asked about, what files are called. Which of these holds,
     * in this order:
     *
     * <ul>
     *   <li>the stored day of the unfinished run that is gone on with;
     *   <li>the day that is asked for;
     *   <li>today.
     * </ul>
     *
     * @param asked for by name
     * @param resume whether an unfinished run is gone on with
     * @throws SyncRefusedException when another day is asked for than the one of the run that is gone on with
     */
    public LocalDate day(String benefit, Optional<LocalDate> asked, boolean resume) {
        Optional<SyncRow> unfinished = resume ? unfinished(benefit) : Optional.empty();
        asked.ifPresent(on -> unfinished.ifPresent(row -> SyncRefusedException.unlessOf(on, row)));
        return unfinished.map(SyncRow::on).or(() -> asked).orElseGet(() -> Today.by(clock));
    }

    /** The unfinished run of this benefit of an agreement; there is at most one. */
    public Optional<SyncRow> unfinished(String benefit) {
        return jdbi.withHandle(handle -> Syncs.open(handle, benefit));
    }

    /**
     * Stores that a run begins, and records it.
     *
     * @param population SHA-256 of what the population was read from
     * @param persons how many were read
     * @param refusedLines how many lines of it could not be used
     */
    public SyncRow begin(SyncPlan plan, LocalDate on, String population, long persons, long refusedLines) {
        return jdbi.inTransaction(handle -> {
            SyncRow row = Syncs.start(handle, clock, plan.benefit(), plan.version(), on, population);
            long entry = ledger.append(
                    handle,
                    plan.benefit(),
                    row.id(),
                    new SyncStarted(plan.version(), on, population, persons, refusedLines));
            Syncs.begun(handle, row, entry);
            return row;
        });
    }

    /** A run under way, from where this row stands. */
    public Run of(SyncRow row, SyncPlan plan, RunFindings findings, Progress progress) {
        return new Run(
                row, plan, jdbi, ledger, new PeopleAtRest(keys, plan.agreement(), plan.benefit()), findings, progress);
    }
}
