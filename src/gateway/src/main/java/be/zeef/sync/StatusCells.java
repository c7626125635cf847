package be.zeef.sync;

import be.zeef.run.file.PeopleInRange;
import be.zeef.sieve.Cause;
import be.zeef.sieve.Ternary;
import be.zeef.source.Causes;
import be.zeef.source.ListAnswer;
import be.zeef.source.ListAnswer.Cells;
import be.zeef.source.ListQuestion;
import be.zeef.subject.Population;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The statuses of everyone of a population: before anybody has answered, and as answers to parts of it come in. */
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

    /** The same for each of several statuses. */
    static List<Cells> of(Population population, BitSet inscribed, int statuses) {
        return Stream.generate(() -> of(population, inscribed)).limit(statuses).toList();
    }

    /** Nobody was asked this question, for its file could not be handed over; what is known already stays. */
    static void neverAsked(ListQuestion question, Cells population) {
        PeopleInRange persons = (PeopleInRange) question.persons();
        IntStream.range(0, persons.size())
                .map(persons::populationPlace)
                .filter(place -> population.get(place) == Ternary.UNKNOWN)
                .forEach(place -> population.unknown(place, Cause.NEVER_ASKED));
    }

    /**
     * Takes over what an answer says. What is known already of one status stays, where a part is asked again for another.
     *
     * @param causes what its codes mean: they are about all of it, so why it does not name somebody is told by them
     * @param population one for each status, in the question's order
     * @return of how many of the answer's people everything is known now
     */
    static long take(ListAnswer answer, Causes causes, List<Cells> population) {
        PeopleInRange persons = (PeopleInRange) answer.question().persons();
        Cause missing =
                answer.codes().stream().map(causes::of).reduce(Cause::or).orElse(Cause.MISSING);
        for (int status = 0; status < population.size(); status++) {
            take(answer.statuses().get(status), persons, missing, population.get(status));
        }
        return IntStream.range(0, persons.size())
                .map(persons::populationPlace)
                .filter(place -> population.stream().allMatch(cells -> cells.get(place) != Ternary.UNKNOWN))
                .count();
    }

    private static void take(Cells said, PeopleInRange persons, Cause missing, Cells population) {
        for (int i = 0; i < said.size(); i++) {
            int place = persons.populationPlace(i);
            if (said.get(i) != Ternary.UNKNOWN) {
                population.set(place, said.get(i));
            } else if (population.get(place) == Ternary.UNKNOWN) {
                population.unknown(place, said.cause(i).orElse(missing));
            }
        }
    }
}
