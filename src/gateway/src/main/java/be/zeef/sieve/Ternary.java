package be.zeef.sieve;

import java.util.stream.Stream;

/**
 * Yes, no, or not known. An answer that is missing, filtered, failed or doubtful is UNKNOWN, never NO. (Kleene's
 * three-valued logic.)
 */
public enum Ternary {
    UNKNOWN,
    YES,
    NO;

    /** YES when either is; UNKNOWN when neither is YES and one is UNKNOWN. */
    public Ternary or(Ternary other) {
        if (this == YES || other == YES) {
            return YES;
        }
        return this == UNKNOWN || other == UNKNOWN ? UNKNOWN : NO;
    }

    /** NO when either is; UNKNOWN when neither is NO and one is UNKNOWN. */
    public Ternary and(Ternary other) {
        if (this == NO || other == NO) {
            return NO;
        }
        return this == UNKNOWN || other == UNKNOWN ? UNKNOWN : YES;
    }

    /**
     * Several as one: whether any of them is so, or all of them are.
     *
     * @return UNKNOWN when there are none
     */
    public static Ternary together(Stream<Ternary> several, boolean all) {
        return several.reduce(all ? Ternary::and : Ternary::or).orElse(UNKNOWN);
    }
}
