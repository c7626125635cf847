package be.zeef.sync;

import be.zeef.sieve.Cause;
import be.zeef.sieve.Ternary;
import be.zeef.subject.Population;
import java.util.BitSet;
import java.util.Optional;

/** One three-valued fact per household, folded from its members, and why it is not known. Lives in memory only. */
final class HouseholdFact {

    private static final Cause[] CAUSES = Cause.values();

    private final BitSet yes = new BitSet();

    /** By the head's place: 0 while no member is unknown, else one more than the cause's place in the list. */
    private final byte[] unknown;

    private HouseholdFact(int people) {
        unknown = new byte[people];
    }

    /**
     * Folds a fact about people into one about households: YES when any member is YES; else UNKNOWN when any is, or
     * when a line of the household was refused.
     */
    static HouseholdFact fold(Population population, PersonFact person) {
        HouseholdFact facts = new HouseholdFact(population.size());
        for (int place = 0; place < population.size(); place++) {
            int head = population.referenceOf(place);
            if (head >= 0) {
                Ternary value = person.of(place);
                if (value == Ternary.YES) {
                    facts.yes.set(head);
                } else if (value == Ternary.UNKNOWN) {
                    facts.unknown(head, person.why(place));
                }
            }
        }
        return facts;
    }

    private void unknown(int head, Cause why) {
        Cause first = why(head).map(before -> before.or(why)).orElse(why);
        unknown[head] = (byte) (first.ordinal() + 1);
    }

    private Optional<Cause> why(int head) {
        return unknown[head] == 0 ? Optional.empty() : Optional.of(CAUSES[unknown[head] - 1]);
    }

    Ternary of(Population population, int household) {
        Ternary members = ofKnownMembers(household);
        return members == Ternary.NO && population.incomplete(household) ? Ternary.UNKNOWN : members;
    }

    /** The same of those members alone whose lines could be read. */
    Ternary ofKnownMembers(int household) {
        if (yes.get(household)) {
            return Ternary.YES;
        }
        return unknown[household] != 0 ? Ternary.UNKNOWN : Ternary.NO;
    }

    /** Why it is not known of them. */
    Cause whyOfKnownMembers(int household) {
        return why(household).orElse(Cause.HOUSEHOLD);
    }

    /** Why it is not known: of the causes of its members the first, before that a member is missing. Empty when it is. */
    Optional<Cause> why(Population population, int household) {
        if (of(population, household) != Ternary.UNKNOWN) {
            return Optional.empty();
        }
        return why(household).or(() -> Optional.of(Cause.HOUSEHOLD));
    }
}
