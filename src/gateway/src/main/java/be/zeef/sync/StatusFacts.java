package be.zeef.sync;

import be.zeef.plan.SyncPlan;
import be.zeef.source.ListAnswer.Cells;
import be.zeef.source.StatusAsked;
import be.zeef.subject.Population;
import java.util.BitSet;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a list said about everyone of a population, as the inputs of the rule.
 *
 * @param inputs by their names
 */
record StatusFacts(SortedMap<String, PersonFact> inputs) {

    /**
     * Puts each input together of the statuses that it is made of.
     *
     * @param cells one for each of the list's statuses, in its order
     */
    static StatusFacts of(SyncPlan.ListPart list, List<Cells> cells) {
        List<String> names = list.statuses().stream().map(StatusAsked::name).toList();
        SortedMap<String, PersonFact> inputs = new TreeMap<>();
        list.inputs()
                .forEach(input -> inputs.put(
                        input.name(),
                        input.statuses().stream()
                                .map(name -> PersonFact.of(cells.get(names.indexOf(name))))
                                .reduce(input.all() ? PersonFact::and : PersonFact::or)
                                .orElseThrow()));
        return new StatusFacts(inputs);
    }

    /** The same where nothing is known of these. */
    StatusFacts without(BitSet objected) {
        if (objected.isEmpty()) {
            return this;
        }
        SortedMap<String, PersonFact> known = new TreeMap<>();
        inputs.forEach((name, fact) -> known.put(name, fact.without(objected)));
        return new StatusFacts(known);
    }

    /** Whether any of them is so. */
    PersonFact any() {
        return inputs.values().stream().reduce(PersonFact::or).orElseThrow();
    }

    /** The same of households: of each input, whether it is so of one of the members. */
    SortedMap<String, HouseholdFact> folded(Population population) {
        SortedMap<String, HouseholdFact> folded = new TreeMap<>();
        inputs.forEach((name, fact) -> folded.put(name, HouseholdFact.fold(population, fact)));
        return folded;
    }
}
