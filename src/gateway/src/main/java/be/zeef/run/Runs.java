package be.zeef.run;

import be.zeef.agreement.Agreement;
import be.zeef.ledger.Ledger;
import be.zeef.ledger.event.SyncStarted;
import be.zeef.plan.SyncPlan;
import be.zeef.security.Keys;
import be.zeef.subject.PeopleAtRest;
import be.zeef.subject.Today;
import java.time.Clock;
import java.time.Instant;
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
     *   <li>the stored day of the run that is gone on with, or that is followed;
     *   <li>the day that is asked for;
     *   <li>today.
     * </ul>
     *
     * @param before the run that is gone on with, or that is followed by what it was to be followed by
     * @param asked for by name
     * @throws SyncRefusedException when another day is asked for than that run's
     */
    public LocalDate day(Optional<SyncRow> before, Optional<LocalDate> asked) {
        asked.ifPresent(on -> before.ifPresent(row -> SyncRefusedException.unlessOf(on, row)));
        return before.map(SyncRow::on).or(() -> asked).orElseGet(() -> Today.by(clock));
    }

    /** The unfinished run of this benefit of an agreement; there is at most one. */
    public Optional<SyncRow> unfinished(String benefit) {
        return jdbi.withHandle(handle -> Syncs.open(handle, benefit));
    }

    /**
     * The last run of one benefit that was done, when the run of the benefit that follows it in the same sync never began: the process died
     * between the two, or what the other was to read was refused.
     *
     * @param benefit the one that follows
     * @param version of the agreement now; under another one it may not have had both benefits
     */
    public Optional<SyncRow> unfollowed(String before, String benefit, String version) {
        return jdbi.withHandle(handle -> {
            long last = Syncs.last(handle, benefit).map(SyncRow::id).orElse(0L);
            return Syncs.last(handle, before)
                    .filter(row -> row.id() > last
                            && row.state() == SyncState.DONE
                            && row.version().equals(version));
        });
    }

    /** Whether a run of one of the agreement's benefits, of this day, was begun at this instant or later. */
    public boolean begunSince(Agreement agreement, LocalDate on, Instant since) {
        return jdbi.withHandle(handle -> agreement.benefits().stream()
                .flatMap(benefit -> Syncs.last(handle, benefit.id()).stream())
                .anyMatch(row -> row.on().equals(on)
                        && !Instant.parse(Syncs.started(handle, row)).isBefore(since)));
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
