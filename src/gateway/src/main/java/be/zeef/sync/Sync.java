package be.zeef.sync;

import be.zeef.ledger.EntryKind;
import be.zeef.plan.SyncPlan;
import java.io.IOException;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/**
 * One run of an agreement, from its population to the recipient's receipts. Each step stores what it did before the next
 * begins, and a run that died is gone on with from the last step stored.
 */
public final class Sync {

    private final Tools tools;
    private final SyncPlan plan;
    private final Progress progress;
    private final Tally tally = new Tally();

    public Sync(Tools tools, SyncPlan plan, Progress progress) {
        this.tools = tools;
        this.plan = plan;
        this.progress = progress;
    }

    /**
     * Runs, or goes on with, a sync.
     *
     * @param on the day it is of, which the plan and the gathering were made for ({@link RunDay})
     * @param resume whether an unfinished run is gone on with; without one a new run begins
     * @throws SyncRefusedException when a run is unfinished and {@code resume} is not set, or it is of another day, or cannot
     *     be gone on with
     * @throws be.zeef.validation.InvalidMessageException when the population is refused; nothing was asked then
     */
    public SyncReport run(Gathering gathering, LocalDate on, boolean resume) throws IOException, SQLException {
        long start = System.nanoTime();
        Optional<SyncRow> unfinished = tools.jdbi().withHandle(handle -> Syncs.open(handle, plan.agreement()));
        unfinished.ifPresent(row -> SyncRefusedException.unless(resume, row));
        unfinished.ifPresent(row -> SyncRefusedException.unlessOf(on, row));
        if (gathering.asks()) {
            progress.step("reading the population", -1);
        }
        Gathering.Read read = gathering.read();
        SyncRow row = unfinished.isPresent() ? goOn(unfinished.get(), read) : start(read, on);
        tell(read, row);
        Run decided = gathering.decide(new Run(row, plan, tools, tally, progress));
        tally.decided(tools.jdbi().withHandle(handle -> DecisionCounts.of(handle, decided)));
        tools.handover().run(decided).ifPresent(this::close);
        double seconds = (System.nanoTime() - start) / 1e9;
        return tally.report(plan.agreement(), row.on(), seconds);
    }

    /** A run that decided over another extract is told by its own counts: what is wrong with this one is another run's. */
    private void tell(Gathering.Read read, SyncRow row) {
        tally.read(read);
        if (row.population().equals(read.fingerprint())) {
            tally.tellAll(read.report());
        }
    }

    private SyncRow start(Gathering.Read read, LocalDate on) {
        return tools.jdbi().inTransaction(handle -> {
            SyncRow row = Syncs.start(handle, tools.clock(), plan.agreement(), plan.version(), on, read.fingerprint());
            tools.ledger()
                    .append(
                            handle,
                            EntryKind.SYNC_STARTED,
                            plan.agreement(),
                            row.id(),
                            Map.of(
                                    "version", plan.version(),
                                    "on", on.toString(),
                                    "population", read.fingerprint(),
                                    "persons", read.persons(),
                                    "refusedLines", read.refusedLines()));
            return row;
        });
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
        tools.jdbi().useTransaction(handle -> {
            Syncs.close(handle, run.row(), SyncState.DONE);
            run.record(handle, EntryKind.SYNC_ENDED, Map.of("state", SyncState.DONE.name()));
        });
    }
}
