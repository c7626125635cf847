package be.zeef.sync;

import be.zeef.inscription.Inscribe;
import be.zeef.objection.Objections;
import be.zeef.plan.SyncPlan;
import be.zeef.run.Run;
import be.zeef.run.SyncState;
import be.zeef.sieve.Cause;
import be.zeef.sieve.Ternary;
import be.zeef.subject.Population;
import be.zeef.subject.PopulationReader;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/**
 * Gathers by asking about everyone at once whose answer can change something, and who did not object: inscribes who is new, asks the list source in
 * files, then the welfare database about those whom that does not decide about, and folds what it is told into households
 * where the agreement is about those.
 */
public final class ListGathering implements Gathering {

    private final PopulationReader reader;
    private final Steps steps;
    private final List<SyncPlan> alsoFor;
    private Population population;
    private Optional<Objectors> objectors = Optional.empty();

    /** The steps, in their order. */
    public record Steps(Inscribe inscribe, AskStatuses askStatuses, AskOcmw askOcmw, Decide decide) {

        /** The same for another benefit, decided by a rule of its own over the same answers. */
        public Steps deciding(Decide other) {
            return new Steps(inscribe, askStatuses, askOcmw, other);
        }
    }

    /** @param alsoFor other benefits of the agreement, which will read the same answers: nobody is left out whom they want */
    public ListGathering(PopulationReader reader, Steps steps, List<SyncPlan> alsoFor) {
        this.reader = reader;
        this.steps = steps;
        this.alsoFor = List.copyOf(alsoFor);
    }

    @Override
    public Read read() {
        PopulationReader.Read read = reader.read();
        population = read.population();
        objectors = Optional.empty();
        return new Read(
                population.fingerprint(), population.size(), read.refusedLines(), read.report(), read.mutations());
    }

    @Override
    public Run decide(Run begun) {
        Run run = begun;
        if (run.row().state() == SyncState.REGISTERING) {
            BitSet objected = objected(run);
            steps.inscribe().run(run, population, wanted(run, AlreadyGranted.of(run, population), objected), objected);
            run = run.advanced(SyncState.ASKING);
        }
        return run.row().state() == SyncState.ASKING ? askAndDecide(run) : run;
    }

    /** Who objects, and where they stand: as long as they are the same people the population is not gone through again. */
    private record Objectors(Objections objections, BitSet places) {}

    /** Whom nothing may go on about, as it stands now. */
    private BitSet objected(Run run) {
        Objections now = run.jdbi().withHandle(handle -> Objections.of(handle, run.people()));
        if (objectors.filter(before -> now.isAs(before.objections)).isEmpty()) {
            objectors = Optional.of(new Objectors(now, now.places(population)));
        }
        return (BitSet) objectors.orElseThrow().places.clone();
    }

    private BitSet wanted(Run run, AlreadyGranted before, BitSet objected) {
        BitSet wanted = before.wanted();
        alsoFor.forEach(
                plan -> wanted.or(AlreadyGranted.of(run.under(plan), population).wanted()));
        wanted.andNot(objected);
        return wanted;
    }

    private Run askAndDecide(Run run) {
        // inscribing may have told that a number of today is somebody's who was granted under another
        AlreadyGranted before = AlreadyGranted.of(run, population);
        BitSet mayBeAsked = steps.inscribe().inscribed(run, population);
        mayBeAsked.and(wanted(run, before, objected(run)));
        AskStatuses.Gathered gathered = steps.askStatuses().ask(run, population, mayBeAsked);
        // who objected since they were asked about is as good as not asked
        BitSet objected = objected(run);
        Known known = new Known(
                population,
                before,
                objected,
                StatusFacts.of(run.plan().list().orElseThrow(), gathered.statuses()),
                PersonFact.ofAll(run.plan().measures().isEmpty() ? Ternary.NO : Ternary.UNKNOWN, Cause.MISSING));
        if (!run.plan().measures().isEmpty()) {
            BitSet undecided = steps.decide().undecided(run, known);
            undecided.andNot(objected);
            known = known.with(steps.askOcmw().ask(run, population, undecided));
        }
        Run decided = steps.decide().run(run, known.without(objected(run)));
        gathered.stored().run();
        return decided;
    }
}
