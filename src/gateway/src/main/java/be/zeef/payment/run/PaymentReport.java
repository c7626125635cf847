package be.zeef.payment.run;

import be.zeef.validation.Finding;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * How a month stands after a run.
 *
 * @param month whose file was expected
 * @param asked rows of that month's files, and of those taken in by this run
 * @param undetermined rows that wait for a correction, or for a person to decide
 * @param causes why the undetermined rows are so: counts by the code of their finding; they add up to {@code undetermined}
 * @param granted children that this run gave the premium
 * @param file the payment file composed by this run, or else the last one of the month; empty when there is none
 * @param payments transfers in it
 * @param cents their sum
 * @param otherMeans shares that finance pays in another way, of all months
 * @param delivered transfers of that file that were handed over
 * @param receipt {@code none}, {@code to release}, {@code released once}, {@code released}, {@code withdrawn} or
 *     {@code handed over}; {@code confirmed} when the bank took every transfer, {@code partly refused} or {@code refused}
 *     when it refused some or all of them
 * @param refused transfers of that file that the bank refused
 * @param done whether everything the run set out to do is done; releasing is not the run's
 * @param complete whether it is done and nothing, of this month or an earlier one, still waits for a correction or a person: no row, and no
 *     payment that the bank refused, left in doubt, or said too little of for too long
 */
public record PaymentReport(
        String agreement,
        LocalDate on,
        YearMonth month,
        long asked,
        long eligible,
        long notEligible,
        long undetermined,
        Map<String, Long> causes,
        long granted,
        String file,
        long payments,
        long cents,
        long otherMeans,
        long delivered,
        String receipt,
        long refused,
        boolean done,
        boolean complete,
        double seconds,
        List<Finding> findings) {

    public PaymentReport {
        causes = Map.copyOf(causes);
        findings = List.copyOf(findings);
    }

    /** The same as the later of two runs of one month, with what the earlier one granted and took besides. */
    public PaymentReport after(PaymentReport earlier) {
        return new PaymentReport(
                agreement,
                on,
                month,
                asked,
                eligible,
                notEligible,
                undetermined,
                causes,
                earlier.granted + granted,
                file,
                payments,
                cents,
                otherMeans,
                delivered,
                receipt,
                refused,
                earlier.done && done,
                earlier.done && complete,
                earlier.seconds + seconds,
                Stream.concat(earlier.findings.stream(), findings.stream())
                        .distinct()
                        .toList());
    }
}
