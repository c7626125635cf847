package be.zeef.sync;

import be.zeef.subject.Population;

/**
 * What was gathered about everyone of a population, by place.
 *
 * @param status what the list source said
 * @param measure what the welfare database said
 */
record Known(Population population, PersonFact status, PersonFact measure) {}
