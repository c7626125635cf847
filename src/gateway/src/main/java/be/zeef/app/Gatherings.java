package be.zeef.app;

import be.zeef.agreement.Agreement;
import be.zeef.agreement.Agreement.SubjectKind;
import be.zeef.plan.Plans;
import be.zeef.plan.SyncPlan;
import be.zeef.run.SyncRefusedException;
import be.zeef.security.Keys;
import be.zeef.settings.Settings;
import be.zeef.source.StatusAsked;
import be.zeef.storage.Storage;
import be.zeef.subject.DayRule;
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
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Where the subjects of each agreement's syncs come from. */
final class Gatherings {

    private static final double NO_BAD_LINES = 0;

    private final Settings settings;
    private final Keys keys;
    private final Storage storage;
    private final Advisers advisers;
    private final SyncWiring wiring;
    private final DayRule days;

    Gatherings(Settings settings, Keys keys, Storage storage, Advisers advisers, SyncWiring wiring, DayRule days) {
        this.settings = settings;
        this.keys = keys;
        this.storage = storage;
        this.advisers = advisers;
        this.wiring = wiring;
        this.days = days;
    }

    /**
     * Where the subjects of a sync come from, for each of an agreement's benefits; what is asked about everyone at once is asked
     * for the first, and read by all.
     *
     * @param benefits the agreement as it is for each
     * @param on the day it is run for: who was born after it is left out
     * @param population the file to read instead of the one that the settings name
     * @throws SyncRefusedException when there must be a file and neither names one
     */
    List<SyncOffice.Part> of(List<Agreement> benefits, LocalDate on, Optional<Path> population) {
        if (!benefits.get(0).isListed()) {
            return benefits.stream()
                    .map(agreement -> new SyncOffice.Part(agreement, on, advised(agreement, on, population)))
                    .toList();
        }
        ListGathering.Steps steps = wiring.listSteps(benefits.get(0));
        List<SyncPlan> plans =
                benefits.stream().map(agreement -> Plans.of(agreement, on)).toList();
        List<SyncOffice.Part> parts = new ArrayList<>();
        for (int i = 0; i < benefits.size(); i++) {
            Agreement agreement = benefits.get(i);
            PopulationReader reader = new PopulationReader(
                    file(agreement, population),
                    settings.profile(),
                    maxBadShare(agreement),
                    scope(plans.get(i), on),
                    plans.get(i).delivered().columns());
            benefits.forEach(other -> reader.passOver(other.recipient().columns()));
            parts.add(new SyncOffice.Part(
                    agreement,
                    on,
                    new ListGathering(
                            reader, steps.deciding(wiring.decide(agreement)), plans.subList(i + 1, plans.size()))));
        }
        return parts;
    }

    private Gathering advised(Agreement agreement, LocalDate on, Optional<Path> population) {
        return new AdviceGathering(
                subjects(agreement, Plans.of(agreement, on), on, population),
                advisers.forSync(agreement),
                settings.magda().atOnce(),
                wiring.endUnneeded(agreement));
    }

    /** Nobody is asked about whom the source would refuse for their age, or who was not born on the day. */
    private PopulationReader.Scope scope(SyncPlan plan, LocalDate on) {
        SyncPlan.ListPart list = plan.list().orElseThrow();
        Optional<LocalDate> bornFrom =
                list.statuses().stream().flatMap(Gatherings::youngEnough).min(Comparator.naturalOrder());
        return new PopulationReader.Scope(list.households(), bornFrom, Optional.of(on), days.bornBy(on));
    }

    /** From which day of birth on somebody may be asked about; none where age does not matter. */
    private static Stream<LocalDate> youngEnough(StatusAsked status) {
        return status.maximumAge().stream()
                .mapToObj(age -> status.on().minusYears(age + 1L).plusDays(1));
    }

    private Subjects subjects(Agreement agreement, SyncPlan plan, LocalDate on, Optional<Path> population) {
        double share = maxBadShare(agreement);
        int year = plan.granted().period().year();
        if (agreement.subject() == SubjectKind.PUPIL) {
            Path file = file(agreement, population);
            PupilReader pupils = new PupilReader(
                    file,
                    settings.profile(),
                    days.bornBy(on),
                    share,
                    year,
                    agreement.recipient().otherKeys());
            return new FileSubjects(() -> pupils.read().bornBy(on));
        }
        return configured(agreement, population)
                .<Subjects>map(file ->
                        new FileSubjects(() -> new PersonReader(file, settings.profile(), days.bornBy(on), share)
                                .read()
                                .bornBy(on)))
                .orElseGet(() -> new HolderSubjects(
                        storage.jdbi(), year, new PeopleAtRest(keys, agreement.id(), plan.benefit())));
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
