package be.zeef.app;

import be.zeef.agreement.Agreement;
import be.zeef.agreement.Agreement.SubjectKind;
import be.zeef.plan.SyncPlan;
import be.zeef.run.SyncRefusedException;
import be.zeef.security.Keys;
import be.zeef.settings.Settings;
import be.zeef.source.StatusAsked;
import be.zeef.storage.Storage;
import be.zeef.subject.PeopleAtRest;
import be.zeef.subject.PersonReader;
import be.zeef.subject.PopulationReader;
import be.zeef.subject.PupilReader;
import be.zeef.sync.AdviceGathering;
import be.zeef.sync.FileSubjects;
import be.zeef.sync.Gathering;
import be.zeef.sync.HolderSubjects;
import be.zeef.sync.ListGathering;
import be.zeef.sync.Subjects;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;

/** Where the subjects of each agreement's syncs come from. */
final class Gatherings {

    private static final double NO_BAD_LINES = 0;

    private final Settings settings;
    private final Keys keys;
    private final Storage storage;
    private final Advisers advisers;
    private final SyncWiring wiring;

    Gatherings(Settings settings, Keys keys, Storage storage, Advisers advisers, SyncWiring wiring) {
        this.settings = settings;
        this.keys = keys;
        this.storage = storage;
        this.advisers = advisers;
        this.wiring = wiring;
    }

    /**
     * @param on the day it is run for: who was born after it is left out
     * @param population the file to read instead of the one that the settings name
     * @throws SyncRefusedException when there must be a file and neither names one
     */
    Gathering of(Agreement agreement, SyncPlan plan, LocalDate on, Optional<Path> population) {
        if (agreement.isListed()) {
            Path file = file(agreement, population);
            return new ListGathering(
                    new PopulationReader(file, settings.profile(), maxBadShare(agreement), scope(plan, on)),
                    wiring.listSteps(agreement));
        }
        return new AdviceGathering(
                subjects(agreement, plan, on, population),
                advisers.forSync(agreement),
                settings.magda().atOnce(),
                wiring.endUnneeded(agreement));
    }

    /** Nobody is asked about whom the source would refuse for their age, or who was not born on the day. */
    private static PopulationReader.Scope scope(SyncPlan plan, LocalDate on) {
        SyncPlan.ListPart list = plan.list().orElseThrow();
        StatusAsked status = list.statuses().get(0);
        Optional<LocalDate> bornFrom = status.maximumAge().isPresent()
                ? Optional.of(status.on()
                        .minusYears(status.maximumAge().getAsInt() + 1L)
                        .plusDays(1))
                : Optional.empty();
        return new PopulationReader.Scope(list.households(), bornFrom, Optional.of(on));
    }

    private Subjects subjects(Agreement agreement, SyncPlan plan, LocalDate on, Optional<Path> population) {
        double share = maxBadShare(agreement);
        int year = plan.granted().period().year();
        if (agreement.subject() == SubjectKind.PUPIL) {
            Path file = file(agreement, population);
            PupilReader pupils = new PupilReader(file, settings.profile(), share, year);
            return new FileSubjects(() -> pupils.read().bornBy(on));
        }
        return configured(agreement, population)
                .<Subjects>map(file -> new FileSubjects(() ->
                        new PersonReader(file, settings.profile(), share).read().bornBy(on)))
                .orElseGet(() -> new HolderSubjects(storage.jdbi(), year, new PeopleAtRest(keys, agreement.id())));
    }

    private Path file(Agreement agreement, Optional<Path> population) {
        return configured(agreement, population)
                .orElseThrow(() -> new SyncRefusedException("No population is set for " + agreement.id()
                        + ". Name its extract in zeef.yaml under populations." + agreement.id()
                        + ".file, with maxBadShare."));
    }

    private Optional<Path> configured(Agreement agreement, Optional<Path> population) {
        return population.or(() ->
                Optional.ofNullable(settings.populations().get(agreement.id())).map(Settings.PopulationFile::file));
    }

    private double maxBadShare(Agreement agreement) {
        Settings.PopulationFile file = settings.populations().get(agreement.id());
        return file == null ? NO_BAD_LINES : file.maxBadShare();
    }
}
