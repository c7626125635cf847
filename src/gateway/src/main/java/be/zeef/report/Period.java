package be.zeef.report;

import java.time.YearMonth;

/**
 * Months of the calendar, in Belgium, one after the other.
 *
 * @param per what it is one of, or a part of one
 */
public record Period(Per per, YearMonth first, YearMonth last) {

    public boolean has(YearMonth month) {
        return !month.isBefore(first) && !month.isAfter(last);
    }

    /** As ISO 8601 writes an interval of months; a month alone stands by itself. */
    public String iso() {
        return first.equals(last) ? first.toString() : first + "/" + last;
    }
}
