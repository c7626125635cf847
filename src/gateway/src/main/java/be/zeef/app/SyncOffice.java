package be.zeef.app;

import be.zeef.agreement.Agreement;
import be.zeef.plan.Plans;
import be.zeef.retention.RetentionJob;
import be.zeef.run.Progress;
import be.zeef.run.Runs;
import be.zeef.run.SyncRefusedException;
import be.zeef.run.SyncReport;
import be.zeef.run.SyncRow;
import be.zeef.source.ocmw.JdbcOcmwRegister;
import be.zeef.subject.DayRule;
import be.zeef.sync.Gathering;
import be.zeef.sync.Sync;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Where the agreements' syncs are run. */
public final class SyncOffice {

    private final DayRule days;
    private final AdmittedAgreements admission;
    private final DeadProcesses dead;
    private final Runs runs;
    private final SyncWiring steps;
    private final Gatherings gatherings;
    private final JdbcOcmwRegister ocmw;
    private final RetentionJob retention;

    SyncOffice(
            DayRule days,
            AdmittedAgreements admission,
            DeadProcesses dead,
            Runs runs,
            SyncWiring steps,
            Gatherings gatherings,
            JdbcOcmwRegister ocmw,
            RetentionJob retention) {
        this.days = days;
        this.admission = admission;
        this.dead = dead;
        this.runs = runs;
        this.steps = steps;
        this.gatherings = gatherings;
        this.ocmw = ocmw;
        this.retention = retention;
    }

    /**
     * The sync of one benefit of an agreement.
     *
     * @param agreement as it is for that benefit
     * @param on the day the run is of: what is asked, granted and delivered follows from it
     */
    public record Part(Agreement agreement, LocalDate on, Gathering gathering) {

        /** The same where nobody is asked about. */
        public Part with(Gathering other) {
            return new Part(agreement, on, other);
        }
    }

    /**
     * What a sync of an agreement is made of: one run for each of its benefits, in their order; where one of them is named, that one.
     * What is asked for the first is not asked again for the others. A sync that is gone on with begins with the first unfinished
     * run, or the first that was never begun, and is of its day.
     *
     * @param asked the day that is asked for by name
     * @param population the file to read instead of the one that the settings name
     * @throws be.zeef.validation.InvalidMessageException when nothing may be run for the day ({@link DayRule}), or the agreement is not in force then
     */
    public List<Part> parts(Agreement agreement, Optional<LocalDate> asked, boolean resume, Optional<Path> population) {
        List<Agreement> all = agreement.benefit().name().isEmpty() ? agreement.perBenefit() : List.of(agreement);
        Left left = resume ? left(all) : new Left(all, Optional.empty());
        LocalDate day = runs.day(left.before(), asked);
        days.require(day, agreement.id());
        return gatherings.of(left.benefits(), day, population);
    }

    /**
     * What is left of a sync.
     *
     * @param before the run that is gone on with, or the last one that was done
     */
    private record Left(List<Agreement> benefits, Optional<SyncRow> before) {}

    /** What was done before the first run that is unfinished, or that was never begun after those before it, is done. */
    private Left left(List<Agreement> all) {
        for (int first = 0; first < all.size(); first++) {
            Optional<SyncRow> unfinished =
                    runs.unfinished(all.get(first).benefit().id());
            if (unfinished.isPresent()) {
                return new Left(all.subList(first, all.size()), unfinished);
            }
        }
        for (int next = 1; next < all.size(); next++) {
            Agreement benefit = all.get(next);
            Optional<SyncRow> done = runs.unfollowed(
                    all.get(next - 1).benefit().id(), benefit.benefit().id(), benefit.version());
            if (done.isPresent()) {
                return new Left(all.subList(next, all.size()), done);
            }
        }
        return new Left(all, Optional.empty());
    }

    /**
     * One sync of all these parts, each from the population to the receipts.
     *
     * @throws SyncRefusedException when a run of any of them is unfinished and {@code resume} is not set; nothing was run then
     * @throws be.zeef.validation.InvalidMessageException when the agreement may not be used, or nothing be run for this day
     */
    public List<SyncReport> run(List<Part> parts, boolean resume, Progress progress) throws IOException {
        for (Part part : parts) {
            runs.unfinished(part.agreement().benefit().id()).ifPresent(row -> SyncRefusedException.unless(resume, row));
        }
        List<SyncReport> reports = new ArrayList<>();
        for (Part part : parts) {
            reports.add(run(part, resume, progress));
        }
        return reports;
    }

    /**
     * One run of a benefit, from the population to the receipts.
     *
     * @throws be.zeef.validation.InvalidMessageException when the agreement may not be used, or nothing be run for this day
     */
    public SyncReport run(Part part, boolean resume, Progress progress) throws IOException {
        Agreement agreement = part.agreement();
        days.require(part.on(), agreement.id());
        admission.require(agreement);
        dead.close();
        if (!agreement.measures().isEmpty()) {
            ocmw.requireDriver();
        }
        SyncReport report = new Sync(runs, steps.handover(agreement), Plans.of(agreement, part.on()), progress)
                .run(part.gathering(), part.on(), resume);
        retention.run(agreement);
        return report;
    }

    /**
     * One sync of an agreement for a moment of its schedule.
     *
     * @param since when a node began it first at this moment: an unfinished run of this day which began since then is gone on with. Any other is a
     *     person's, who may be at it now
     * @throws SyncRefusedException when a run is unfinished that is not this moment's; nothing was run then
     */
    public List<SyncReport> runAt(Agreement agreement, LocalDate on, Optional<Instant> since) throws IOException {
        boolean resume =
                since.filter(begun -> runs.begunSince(agreement, on, begun)).isPresent();
        return run(parts(agreement, Optional.of(on), resume, Optional.empty()), resume, Progress.NONE);
    }

    /** One sync of the agreement's own benefit over this population file. */
    public SyncReport run(Agreement agreement, Path population, LocalDate on, boolean resume, Progress progress)
            throws IOException {
        Part part = parts(agreement, Optional.of(on), resume, Optional.of(population))
                .get(0);
        return run(part, resume, progress);
    }
}
