package be.zeef.sync;

import be.zeef.source.PersonList;
import be.zeef.subject.Population;
import java.util.BitSet;

/** The wanted people in one range of a population, as a list to ask about. */
final class Ranged implements PersonList {

    private final Population population;
    private final int[] places;

    private Ranged(Population population, int[] places) {
        this.population = population;
        this.places = places;
    }

    /** @param wanted places of the population */
    static Ranged of(Population population, BitSet wanted, int first, int last) {
        return new Ranged(
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
    int populationPlace(int place) {
        return places[place];
    }
}
