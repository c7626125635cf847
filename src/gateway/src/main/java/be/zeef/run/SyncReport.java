package be.zeef.run;

import be.zeef.validation.Finding;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How a run ended.
 *
 * @param persons in the population
 * @param asked households decided about
 * @param questions how much was asked of whom: calls by service, people by kind of question file and of the welfare database; those
 *     of all its starts. Empty for payments
 * @param causes why the undetermined are so: counts by the words of {@link be.zeef.sieve.Cause}, in the order in which they
 *     are to be looked at; for payments by the code of their rows. They add up to {@code undetermined}; empty for a counter's answers, which tell no cause
 * @param granted households newly granted in this run
 * @param alreadyGranted subjects that had this period's grant before: not asked about where nothing more can come of it, and
 *     otherwise eligible and not granted again
 * @param noLongerEligible grants of this period that would not be given today; they stand; 0 where who has a grant is not asked about
 * @param notAsked lines of the population that were refused: whoever stands on no other was not asked about
 * @param delivered lines sent in this run
 * @param receipt what is known of the delivery: {@code none}, {@code awaited}, {@code packed}, {@code sent},
 *     {@code accepted}; {@code confirmed} when it took every line, {@code partly refused} or {@code refused} when it refused
 *     some or all of them
 * @param refusedLines lines the recipient refused, by themselves or with their whole delivery
 * @param done whether every step that the run set out to do is done, whatever the steps found
 * @param complete whether it is done and no cause is open: nobody is undetermined, no line of the population and none of the
 *     delivery is refused
 */
public record SyncReport(
        String agreement,
        LocalDate on,
        long persons,
        long asked,
        Map<String, Long> questions,
        long eligible,
        long notEligible,
        long undetermined,
        Map<String, Long> causes,
        long granted,
        long alreadyGranted,
        long noLongerEligible,
        long notAsked,
        long delivered,
        String delivery,
        String receipt,
        long refusedLines,
        boolean done,
        boolean complete,
        double seconds,
        List<Finding> findings) {
    public SyncReport {
        questions = Collections.unmodifiableMap(new TreeMap<>(questions));
        causes = Collections.unmodifiableMap(new LinkedHashMap<>(causes));
        findings = List.copyOf(findings);
    }
}
