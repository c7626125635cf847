package be.zeef.payment.intake;

import be.zeef.payment.PaymentTally;
import be.zeef.sieve.Outcome;
import be.zeef.validation.Finding;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/**
 * How the rows of a month's files stand, and of those that this run took in.
 *
 * @param causes why the undetermined rows are so: counts by the code of their finding
 * @param waiting whether a row, of this month or an earlier one, still waits for a correction or a person
 */
public record MonthRows(Map<Outcome, Long> counts, Map<String, Long> causes, boolean waiting) {

    public MonthRows {
        counts = Map.copyOf(counts);
        causes = Map.copyOf(causes);
    }

    /** Rows stay told, run after run, until somebody corrects them; what waited for a premium that is paid waits no more. */
    public static MonthRows told(Handle handle, String agreement, YearMonth month, PaymentTally tally) {
        Allowances.settleWaiting(handle, agreement);
        List<Finding> forAPerson = AllowanceFiles.forAPerson(handle, agreement, month, tally.taken());
        List<Allowances.Known> undetermined = Allowances.undetermined(handle, agreement);
        forAPerson.forEach(tally::tell);
        undetermined.forEach(known -> tally.tell(Finding.warning(known.code(), known.location(), agreement)));
        return new MonthRows(
                AllowanceFiles.counts(handle, agreement, month, tally.taken()),
                AllowanceFiles.causes(handle, agreement, month, tally.taken()),
                !forAPerson.isEmpty() || !undetermined.isEmpty());
    }

    public long all() {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }

    public long of(Outcome outcome) {
        return counts.getOrDefault(outcome, 0L);
    }
}
