package be.zeef.sync;

import be.zeef.delivery.Handover;
import be.zeef.grant.DeceasedGrants;
import be.zeef.ledger.event.SyncEnded;
import be.zeef.plan.SyncPlan;
import be.zeef.run.PersonNumbers;
import be.zeef.run.Progress;
import be.zeef.run.Run;
import be.zeef.run.RunFindings;
import be.zeef.run.Runs;
import be.zeef.run.SyncRefusedException;
import be.zeef.run.SyncReport;
import be.zeef.run.SyncRow;
import be.zeef.run.SyncState;
import be.zeef.run.Syncs;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Optional;

/**
 * One run of an agreement, from its population to the recipient's receipts. Each step stores what it did before the next
 * begins, and a run that died is gone on with from the last step stored.
 */
public final class Sync {

    private final Runs runs;
    private final Handover handover;
    private final SyncPlan plan;
    private final Progress progress;
    private final RunFindings findings = new RunFindings();

    public Sync(Runs runs, Handover handover, SyncPlan plan, Progress progress) {
        this.runs = runs;
        this.handover = handover;
        this.plan = plan;
        this.progress = progress;
    }

    /**
     * Runs, or goes on with, a sync.
     *
     * @param on the day it is of, which the plan and the gathering were made for ({@link Runs#day})
     * @param resume whether an unfinished run is gone on with; without one a new run begins
     * @throws SyncRefusedException when a run is unfinished and {@code resume} is not set, or it is of another day, or cannot
     *     be gone on with
     * @throws be.zeef.validation.InvalidMessageException when the population is refused; nothing was asked then
     */
    public SyncReport run(Gathering gathering, LocalDate on, boolean resume) throws IOException {
        long start = System.nanoTime();
        Optional<SyncRow> unfinished = runs.unfinished(plan.benefit());
        unfinished.ifPresent(row -> SyncRefusedException.unless(resume, row));
        unfinished.ifPresent(row -> SyncRefusedException.unlessOf(on, row));
        if (gathering.asks()) {
            progress.step("reading the population", -1);
        }
        Gathering.Read read = gathering.read();
        SyncRow row = unfinished.isPresent()
                ? goOn(unfinished.get(), read)
                : runs.begin(plan, on, read.fingerprint(), read.persons(), read.refusedLines());
        tell(read, row);
        Run begun = runs.of(row, plan, findings, progress);
        PersonNumbers.learn(begun, read.mutations().replaced());
        DeceasedGrants.close(begun, read.mutations().deceased());
        Run decided = gathering.decide(begun);
        findings.decided(decided.jdbi().withHandle(handle -> DecisionCounts.of(handle, decided)));
        handover.run(decided).ifPresent(this::close);
        findings.asked(decided.questions());
        double seconds = (System.nanoTime() - start) / 1e9;
        return findings.report(plan.benefit(), row.on(), seconds);
    }

    /** A run that decided over another extract is told by its own counts: what is wrong with this one is another run's. */
    private void tell(Gathering.Read read, SyncRow row) {
        findings.read(read.persons(), read.refusedLines());
        if (row.population().equals(read.fingerprint())) {
            findings.tellAll(read.report());
        }
    }

    private SyncRow goOn(SyncRow row, Gathering.Read read) {
        if (!row.state().reached(SyncState.DECIDED) && !row.population().equals(read.fingerprint())) {
            throw SyncRefusedException.otherPopulation(row);
        }
        if (!row.version().equals(plan.version())) {
            throw SyncRefusedException.otherAgreement(row);
        }
        return row;
    }

    private void close(Run run) {
        run.jdbi().useTransaction(handle -> {
            Syncs.close(handle, run.row(), SyncState.DONE);
            run.record(handle, new SyncEnded(SyncState.DONE.name()));
        });
    }
}
