package be.zeef.sync;

import be.zeef.inscription.Inscribe;
import be.zeef.run.Run;
import be.zeef.run.SyncState;
import be.zeef.sieve.Cause;
import be.zeef.sieve.Ternary;
import be.zeef.subject.Population;
import be.zeef.subject.PopulationReader;
import java.sql.SQLException;
import java.util.BitSet;
import java.util.Set;

/**
 * Gathers by asking about everyone at once: inscribes who is new, asks the list source in files and the welfare database
 * in one query, and folds what it is told into households where the agreement is about those.
 */
public final class ListGathering implements Gathering {

    private final PopulationReader reader;
    private Population population;

    public ListGathering(PopulationReader reader) {
        this.reader = reader;
    }

    @Override
    public Read read() {
        PopulationReader.Read read = reader.read();
        population = read.population();
        return new Read(population.fingerprint(), population.size(), read.refusedLines(), read.report());
    }

    @Override
    public Run decide(Run begun) throws SQLException {
        Run run = begun;
        if (run.row().state() == SyncState.REGISTERING) {
            new Inscribe(run, population).run();
            run = run.advanced(SyncState.ASKING);
        }
        return run.row().state() == SyncState.ASKING ? askAndDecide(run) : run;
    }

    private AskList.Gathered ask(Run run, BitSet inscribed) {
        return run.plan().list().orElseThrow().online()
                ? new AskList.Gathered(new AskPeople(run, population, inscribed).run(), Set.of())
                : new AskList(run, population, inscribed).run();
    }

    private Run askAndDecide(Run run) throws SQLException {
        AskList.Gathered gathered = ask(run, Inscribe.standing(run, population));
        PersonFact measures = run.plan().measures().isEmpty()
                ? PersonFact.ofAll(Ternary.NO, Cause.MISSING)
                : new AskOcmw(run, population).run();
        Run decided = new Decide(run, population, PersonFact.of(gathered.facts()), measures).run();
        gathered.files().forEach(run.tools().sources().listBox()::acknowledge);
        return decided;
    }
}
