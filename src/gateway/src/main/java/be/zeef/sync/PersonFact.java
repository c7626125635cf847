package be.zeef.sync;

import be.zeef.sieve.Cause;
import be.zeef.sieve.Ternary;
import be.zeef.source.ListAnswer.Cells;
import java.util.BitSet;
import java.util.function.IntFunction;

/**
 * A three-valued fact about everyone of a population, by place.
 *
 * @param value of each
 * @param unknown why it is UNKNOWN; asked only then
 */
record PersonFact(IntFunction<Ternary> value, IntFunction<Cause> unknown) {

    /** What a list of sources' answers says. */
    static PersonFact of(Cells cells) {
        return new PersonFact(cells::get, place -> cells.cause(place).orElse(Cause.NO_ANSWER));
    }

    /** The same of everybody; where that is UNKNOWN, for this reason. */
    static PersonFact ofAll(Ternary value, Cause why) {
        return new PersonFact(place -> value, place -> why);
    }

    /** YES of whom either says it of; else UNKNOWN of whom either does. */
    PersonFact or(PersonFact other) {
        return new PersonFact(place -> of(place).or(other.of(place)), place -> whyEither(other, place));
    }

    /** NO of whom either says it of; else UNKNOWN of whom either does. */
    PersonFact and(PersonFact other) {
        return new PersonFact(place -> of(place).and(other.of(place)), place -> whyEither(other, place));
    }

    /** The same where it is not known of these, who objected. */
    PersonFact without(BitSet objected) {
        return objected.isEmpty()
                ? this
                : new PersonFact(
                        place -> objected.get(place) ? Ternary.UNKNOWN : of(place),
                        place -> objected.get(place) ? Cause.OBJECTED : why(place));
    }

    private Cause whyEither(PersonFact other, int place) {
        if (of(place) != Ternary.UNKNOWN) {
            return other.why(place);
        }
        return other.of(place) == Ternary.UNKNOWN ? why(place).or(other.why(place)) : why(place);
    }

    Ternary of(int place) {
        return value.apply(place);
    }

    Cause why(int place) {
        return unknown.apply(place);
    }
}
