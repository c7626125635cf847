package be.zeef.sync;

import be.zeef.sieve.Ternary;
import be.zeef.subject.Population;
import java.util.BitSet;
import java.util.function.IntFunction;

/** One three-valued fact per household, folded from its members: two bits each. Lives in memory only. */
final class HouseholdFact {

    private final BitSet yes = new BitSet();
    private final BitSet unknown = new BitSet();

    private HouseholdFact() {}

    /**
     * Folds a fact about people into one about households: YES when any member is YES; else UNKNOWN when any is, or
     * when a line of the household was refused.
     */
    static HouseholdFact fold(Population population, IntFunction<Ternary> person) {
        HouseholdFact facts = new HouseholdFact();
        for (int place = 0; place < population.size(); place++) {
            int head = population.referenceOf(place);
            if (head >= 0) {
                Ternary value = person.apply(place);
                if (value == Ternary.YES) {
                    facts.yes.set(head);
                } else if (value == Ternary.UNKNOWN) {
                    facts.unknown.set(head);
                }
            }
        }
        return facts;
    }

    Ternary of(Population population, int household) {
        if (yes.get(household)) {
            return Ternary.YES;
        }
        return unknown.get(household) || population.incomplete(household) ? Ternary.UNKNOWN : Ternary.NO;
    }
}
