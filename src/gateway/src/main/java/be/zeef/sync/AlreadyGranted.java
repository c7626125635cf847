package be.zeef.sync;

import be.zeef.grant.GrantedBefore;
import be.zeef.plan.SyncPlan;
import be.zeef.run.Run;
import be.zeef.sieve.Ternary;
import be.zeef.subject.Population;
import be.zeef.subject.Pseudonyms;
import java.util.BitSet;

/**
 * Who of a population has the period's grant already, by themselves or as a member of a household that was granted. About a
 * household whose reference person is among them nothing that is answered could change anything, so nobody of it is asked about.
 */
final class AlreadyGranted {

    private final Population population;
    private final boolean households;
    private final BitSet people;

    /** @param people their places */
    private AlreadyGranted(Population population, boolean households, BitSet people) {
        this.population = population;
        this.households = households;
        this.people = people;
    }

    /** Nobody, where a grant may still become a better one. */
    static AlreadyGranted of(Run run, Population population) {
        SyncPlan plan = run.plan();
        BitSet people = new BitSet();
        if (plan.granted().improves().isEmpty()) {
            GrantedBefore before = run.jdbi().inTransaction(handle -> GrantedBefore.of(handle, run));
            Pseudonyms pseudonyms = run.people().pseudonyms();
            for (int place = 0; !before.isNobody() && place < population.size(); place++) {
                people.set(place, before.holdsPerson(pseudonyms.atRest(population.at(place))));
            }
        }
        return new AlreadyGranted(population, plan.list().orElseThrow().households(), people);
    }

    /** Whether the subject at this place can be given nothing more in this period, whatever is answered. */
    boolean settles(int subject) {
        return people.get(subject);
    }

    /** Whether this person was granted something in the period, or stood in a household that was. */
    boolean holds(int place) {
        return people.get(place);
    }

    /** The place of whom a person's answer is about: their reference person, negative where there is none, or themselves. */
    int subjectOf(int place) {
        return households ? population.referenceOf(place) : place;
    }

    /** The places of those whose answer can change something. */
    BitSet wanted() {
        BitSet wanted = new BitSet(population.size());
        for (int place = 0; place < population.size(); place++) {
            int subject = subjectOf(place);
            wanted.set(place, subject >= 0 && !settles(subject));
        }
        return wanted;
    }

    /** The fact about those who hold a grant; NO about everybody else. */
    PersonFact of(PersonFact fact) {
        return new PersonFact(place -> holds(place) ? fact.of(place) : Ternary.NO, fact::why);
    }
}
