package be.zeef.run;

import be.zeef.sieve.Cause;
import java.util.Map;

/**
 * How many a run decided about, and how.
 *
 * @param causes how many of the undetermined are so for which cause; they add up to all of them
 * @param granted newly
 * @param already granted by an earlier run of the period, and so not asked about; or eligible and not granted again
 * @param noLongerEligible grants of the period that would not be given today; 0 where who has a grant is not asked about
 * @param notAsked lines of the population that were refused: whoever stands on no other was not asked about
 */
public record DecidedCounts(
        long eligible,
        long notEligible,
        long undetermined,
        Map<Cause, Long> causes,
        long granted,
        long already,
        long noLongerEligible,
        long notAsked) {

    static final DecidedCounts NONE = new DecidedCounts(0, 0, 0, Map.of(), 0, 0, 0, 0);

    public DecidedCounts {
        // a run that decided under an earlier release kept none
        causes = causes == null ? Map.of() : Map.copyOf(causes);
    }

    long subjects() {
        return eligible + notEligible + undetermined;
    }
}
