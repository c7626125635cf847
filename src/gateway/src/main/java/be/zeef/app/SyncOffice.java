package be.zeef.app;

import be.zeef.agreement.Agreement;
import be.zeef.plan.Plans;
import be.zeef.run.Progress;
import be.zeef.run.Runs;
import be.zeef.run.SyncReport;
import be.zeef.source.ocmw.JdbcOcmwRegister;
import be.zeef.subject.DayRule;
import be.zeef.sync.Gathering;
import be.zeef.sync.Sync;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
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

    SyncOffice(
            DayRule days,
            AdmittedAgreements admission,
            DeadProcesses dead,
            Runs runs,
            SyncWiring steps,
            Gatherings gatherings,
            JdbcOcmwRegister ocmw) {
        this.days = days;
        this.admission = admission;
        this.dead = dead;
        this.runs = runs;
        this.steps = steps;
        this.gatherings = gatherings;
        this.ocmw = ocmw;
    }

    /**
     * The day that a run is of: what is asked, granted and delivered follows from it.
     *
     * @throws be.zeef.validation.InvalidMessageException when nothing may be run for it ({@link DayRule})
     */
    public LocalDate day(Agreement agreement, Optional<LocalDate> asked, boolean resume) {
        LocalDate day = runs.day(agreement.id(), asked, resume);
        days.require(day, agreement.id());
        return day;
    }

    /** Where the subjects of a sync come from; {@code population} instead of the file that the settings name. */
    public Gathering gathering(Agreement agreement, LocalDate on, Optional<Path> population) {
        return gatherings.of(agreement, Plans.of(agreement, on), on, population);
    }

    /** One sync over this population file. */
    public SyncReport run(Agreement agreement, Path population, LocalDate on, boolean resume, Progress progress)
            throws IOException {
        return run(agreement, gathering(agreement, on, Optional.of(population)), on, resume, progress);
    }

    /**
     * One sync, from the population to the receipts.
     *
     * @throws be.zeef.validation.InvalidMessageException when the agreement may not be used, or nothing be run for this day
     */
    public SyncReport run(Agreement agreement, Gathering gathering, LocalDate on, boolean resume, Progress progress)
            throws IOException {
        days.require(on, agreement.id());
        admission.require(agreement);
        dead.close();
        if (!agreement.measures().isEmpty()) {
            ocmw.requireDriver();
        }
        return new Sync(runs, steps.handover(agreement), Plans.of(agreement, on), progress).run(gathering, on, resume);
    }
}
