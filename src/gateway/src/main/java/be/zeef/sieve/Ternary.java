package be.zeef.sieve;

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
}
