package be.zeef.sync;

import be.zeef.subject.Population;

/**
 * What was gathered about everyone of a population, by place.
 *
 * @param before who has the period's grant already
 * @param statuses what the list source said
 * @param measure what the welfare database said
 */
record Known(Population population, AlreadyGranted before, StatusFacts statuses, PersonFact measure) {

    /** The same, with what the welfare database said. */
    Known with(PersonFact measures) {
        return new Known(population, before, statuses, measures);
    }
}
