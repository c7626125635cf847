package be.zeef.sync;

import be.zeef.subject.Population;
import java.util.BitSet;

/**
 * What was gathered about everyone of a population, by place.
 *
 * @param before who has the period's grant already
 * @param objected about whom nothing may go on: nothing is known of them, whatever was answered
 * @param statuses what the list source said
 * @param measure what the welfare database said
 */
record Known(Population population, AlreadyGranted before, BitSet objected, StatusFacts statuses, PersonFact measure) {

    Known {
        statuses = statuses.without(objected);
        measure = measure.without(objected);
    }

    /** The same, with what the welfare database said. */
    Known with(PersonFact measures) {
        return new Known(population, before, objected, statuses, measures);
    }

    /** The same where these objected, too, or in the place of who did. */
    Known without(BitSet objectors) {
        return objectors.equals(objected) ? this : new Known(population, before, objectors, statuses, measure);
    }
}
