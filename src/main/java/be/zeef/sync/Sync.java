package be.zeef.sync;

import be.zeef.ledger.EntryKind;
import be.zeef.sieve.Ternary;
import be.zeef.subject.Population;
import be.zeef.subject.PopulationReader;
import be.zeef.validation.Finding;
import be.zeef.validation.Location;
import java.io.IOException;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;

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
     * @param resume whether an unfinished run is gone on with; without one a new run begins
     * @throws SyncRefusedException when a run is unfinished and {@code resume} is not set, or cannot be gone on with
     * @throws be.zeef.validation.InvalidMessageException when the population is refused; nothing was asked then
     */
    public SyncReport run(PopulationReader reader, LocalDate on, boolean resume) throws IOException, SQLException {
        long start = System.nanoTime();
        Optional<SyncRow> unfinished = tools.jdbi().withHandle(handle -> Syncs.open(handle, plan.agreement()));
        unfinished.ifPresent(row -> SyncRefusedException.unless(resume, row));
        progress.step("reading the population", -1);
        PopulationReader.Read read = reader.read();
        Population population = read.population();
        tally.persons(population.size());
        tally.tellAll(read.report());
        SyncRow row = unfinished.isPresent() ? goOn(unfinished.get(), population) : start(read, on);
        Run run = new Run(row, plan, population, tools, tally, progress);
        steps(run);
        double seconds = (System.nanoTime() - start) / 1e9;
        return tally.report(plan.agreement(), row.on(), seconds);
    }

    private SyncRow start(PopulationReader.Read read, LocalDate on) {
        Population population = read.population();
        return tools.jdbi().inTransaction(handle -> {
            SyncRow row =
                    Syncs.start(handle, tools.clock(), plan.agreement(), plan.version(), on, population.fingerprint());
            tools.ledger()
                    .append(
                            handle,
                            EntryKind.SYNC_STARTED,
                            plan.agreement(),
                            row.id(),
                            Map.of(
                                    "version", plan.version(),
                                    "on", on.toString(),
                                    "population", population.fingerprint(),
                                    "persons", population.size(),
                                    "refusedLines", read.refusedLines()));
            return row;
        });
    }

    private SyncRow goOn(SyncRow row, Population population) {
        if (row.state() != SyncState.PACKED
                && row.state() != SyncState.SENT
                && !row.population().equals(population.fingerprint())) {
            throw SyncRefusedException.otherPopulation(row);
        }
        if (!row.version().equals(plan.version())) {
            throw SyncRefusedException.otherAgreement(row);
        }
        return row;
    }

    private void steps(Run begun) throws IOException, SQLException {
        Run run = begun;
        if (run.row().state() == SyncState.REGISTERING) {
            new Register(run).run();
            run = advance(run, SyncState.ASKING);
        }
        if (run.row().state() == SyncState.ASKING) {
            run = askAndDecide(run);
        }
        if (run.row().state() == SyncState.DECIDED) {
            run = new Pack(run).run();
        }
        Send send = new Send(run);
        boolean sent = true;
        for (Deliveries.Row delivery : packed(run)) {
            sent &= send.send(delivery);
        }
        if (!sent) {
            return;
        }
        run = run.row().state() == SyncState.PACKED ? advance(run, SyncState.SENT) : run;
        new Receipts(run).await();
        close(run);
    }

    private Run askAndDecide(Run run) throws SQLException {
        AskList.Gathered gathered = new AskList(run, Register.standing(run)).run();
        IntFunction<Ternary> measures = new AskOcmw(run).run();
        Run decided = new Decide(
                        run,
                        HouseholdFact.fold(run.population(), gathered.facts()::get),
                        HouseholdFact.fold(run.population(), measures))
                .run();
        gathered.files().forEach(tools.sources().listBox()::acknowledge);
        return decided;
    }

    private java.util.List<Deliveries.Row> packed(Run run) {
        return tools
                .jdbi()
                .withHandle(handle -> Deliveries.unsettled(handle, run.plan().agreement()))
                .stream()
                .filter(delivery -> delivery.state() == Deliveries.State.PACKED)
                .toList();
    }

    private Run advance(Run run, SyncState next) {
        tools.jdbi().useTransaction(handle -> Syncs.advance(handle, run.row(), next));
        return run.in(next);
    }

    private void close(Run run) {
        tools.jdbi().useTransaction(handle -> {
            tally.decided(DecisionCounts.of(handle, run.row()));
            Deliveries.ofSync(handle, run.row().id()).ifPresent(delivery -> {
                long refused = Deliveries.refusedLines(handle, delivery.name());
                tally.delivered(new Tally.Delivered(
                        delivery.name(),
                        delivery.lines(),
                        delivery.state().name().toLowerCase(java.util.Locale.ROOT),
                        refused));
                if (refused > 0) {
                    tally.incomplete(Finding.warning(
                            "sync.lines-refused", Location.WHOLE, delivery.name(), Long.toString(refused)));
                }
            });
            Syncs.close(handle, run.row(), SyncState.DONE, "");
            run.record(handle, EntryKind.SYNC_ENDED, Map.of("state", SyncState.DONE.name()));
        });
    }
}
