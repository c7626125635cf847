package be.zeef.run.file;

import be.zeef.source.PersonList;
import be.zeef.subject.Population;
import java.util.BitSet;

/** The wanted people in one range of a population, as a list to ask about. */
public final class PeopleInRange implements PersonList {

    private final Population population;
    private final int[] places;

    private PeopleInRange(Population population, int[] places) {
        this.population = population;
        this.places = places;
    }

    /** @param wanted places of the population */
    public static PeopleInRange of(Population population, BitSet wanted, int first, int last) {
        return new PeopleInRange(
                population,
                wanted.get(first, last).stream().map(offset -> offset + first).toArray());
    }

    @Override
    public int size() {
        return places.length;
    }

    @Override
    public long at(int place) {
        return population.at(places[place]);
    }

    /** Where this person stands in the whole population. */
    public int populationPlace(int place) {
        return places[place];
    }
}
