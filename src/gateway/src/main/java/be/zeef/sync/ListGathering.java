package be.zeef.sync;

import be.zeef.inscription.Inscribe;
import be.zeef.run.Run;
import be.zeef.run.SyncState;
import be.zeef.sieve.Cause;
import be.zeef.sieve.Ternary;
import be.zeef.subject.Population;
import be.zeef.subject.PopulationReader;

/**
 * Gathers by asking about everyone at once: inscribes who is new, asks the list source in files and the welfare database
 * in one query, and folds what it is told into households where the agreement is about those.
 */
public final class ListGathering implements Gathering {

    private final PopulationReader reader;
    private final Steps steps;
    private Population population;

    /** The steps, in their order. */
    public record Steps(Inscribe inscribe, AskStatuses askStatuses, AskOcmw askOcmw, Decide decide) {}

    public ListGathering(PopulationReader reader, Steps steps) {
        this.reader = reader;
        this.steps = steps;
    }

    @Override
    public Read read() {
        PopulationReader.Read read = reader.read();
        population = read.population();
        return new Read(
                population.fingerprint(), population.size(), read.refusedLines(), read.report(), read.deceased());
    }

    @Override
    public Run decide(Run begun) {
        Run run = begun;
        if (run.row().state() == SyncState.REGISTERING) {
            steps.inscribe().run(run, population);
            run = run.advanced(SyncState.ASKING);
        }
        return run.row().state() == SyncState.ASKING ? askAndDecide(run) : run;
    }

    private Run askAndDecide(Run run) {
        AskStatuses.Gathered gathered =
                steps.askStatuses().ask(run, population, steps.inscribe().inscribed(run, population));
        PersonFact measures = run.plan().measures().isEmpty()
                ? PersonFact.ofAll(Ternary.NO, Cause.MISSING)
                : steps.askOcmw().ask(run, population);
        Run decided = steps.decide().run(run, new Known(population, PersonFact.of(gathered.statuses()), measures));
        gathered.stored().run();
        return decided;
    }
}
