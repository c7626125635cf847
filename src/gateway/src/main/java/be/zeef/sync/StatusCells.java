package be.zeef.sync;

import be.zeef.run.file.PeopleInRange;
import be.zeef.sieve.Cause;
import be.zeef.sieve.Ternary;
import be.zeef.source.Causes;
import be.zeef.source.ListAnswer;
import be.zeef.source.ListAnswer.Cells;
import be.zeef.subject.Population;
import java.util.BitSet;

/** The status of everyone of a population: before anybody has answered, and as answers to parts of it come in. */
final class StatusCells {

    private StatusCells() {}

    /** Who is not inscribed is not asked about; of the others nobody has answered yet. */
    static Cells of(Population population, BitSet inscribed) {
        Cells cells = new Cells(population.size());
        for (int place = 0; place < population.size(); place++) {
            cells.unknown(place, inscribed.get(place) ? Cause.NO_ANSWER : Cause.NOT_INSCRIBED);
        }
        return cells;
    }

    /**
     * Takes over what an answer says.
     *
     * @param causes what its codes mean: they are about all of it, so why it does not name somebody is told by them
     * @return of how many people it is known now
     */
    static long take(ListAnswer answer, Causes causes, Cells population) {
        Cells said = answer.statuses().get(0);
        PeopleInRange persons = (PeopleInRange) answer.question().persons();
        Cause missing =
                answer.codes().stream().map(causes::of).reduce(Cause::or).orElse(Cause.MISSING);
        long known = 0;
        for (int i = 0; i < said.size(); i++) {
            if (said.get(i) == Ternary.UNKNOWN) {
                population.unknown(persons.populationPlace(i), said.cause(i).orElse(missing));
            } else {
                population.set(persons.populationPlace(i), said.get(i));
                known++;
            }
        }
        return known;
    }
}
