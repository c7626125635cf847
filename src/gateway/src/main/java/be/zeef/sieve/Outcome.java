package be.zeef.sieve;

import java.util.Arrays;
import java.util.Optional;

/** What was decided about a subject. UNDETERMINED is never to be read as a refusal. */
public enum Outcome {
    ELIGIBLE,
    NOT_ELIGIBLE,
    UNDETERMINED;

    /** The outcome of exactly this name; empty when it is none. */
    public static Optional<Outcome> named(String word) {
        return Arrays.stream(values()).filter(each -> each.name().equals(word)).findFirst();
    }
}
