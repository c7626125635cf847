package be.zeef.sync;

import be.zeef.validation.Finding;
import java.time.LocalDate;
import java.util.List;

/**
 * How a run ended.
 *
 * @param persons in the population
 * @param asked households decided about
 * @param granted households newly granted in this run
 * @param alreadyGranted eligible households that had this year's grant before
 * @param noLongerEligible grants of this period that would not be given today; they stand; 0 when nobody was asked about
 * @param delivered lines sent in this run
 * @param receipt what is known of the delivery: {@code none}, {@code awaited}, {@code accepted}, {@code confirmed},
 *     {@code refused}
 * @param refusedLines lines the recipient refused
 * @param complete whether everything the run set out to do is done
 */
public record SyncReport(
        String agreement,
        LocalDate on,
        long persons,
        long asked,
        long eligible,
        long notEligible,
        long undetermined,
        long granted,
        long alreadyGranted,
        long noLongerEligible,
        long delivered,
        String delivery,
        String receipt,
        long refusedLines,
        boolean complete,
        double seconds,
        List<Finding> findings) {}
