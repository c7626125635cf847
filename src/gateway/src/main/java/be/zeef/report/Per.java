package be.zeef.report;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;

/** How long a period of a report is: a part of the calendar, the same for every report. */
public enum Per {
    MONTH(1, 1),
    QUARTER(3, 1),
    YEAR(12, 1),
    /** From September to August. */
    SCHOOL_YEAR(12, 9);

    private final int months;
    private final int begins;

    Per(int months, int begins) {
        this.months = months;
        this.begins = begins;
    }

    /** The whole periods that these months lie in, and of the first and the last what lies in them. */
    public List<Period> between(YearMonth first, YearMonth last) {
        List<Period> periods = new ArrayList<>();
        YearMonth next = begin(first);
        while (!next.isAfter(last)) {
            YearMonth end = next.plusMonths(months - 1L);
            periods.add(new Period(this, next.isBefore(first) ? first : next, end.isAfter(last) ? last : end));
            next = next.plusMonths(months);
        }
        return periods;
    }

    /** The last month of the period that a month lies in. */
    public YearMonth end(YearMonth month) {
        return begin(month).plusMonths(months - 1L);
    }

    /** The first month of the period that a month lies in. */
    public YearMonth begin(YearMonth month) {
        return month.minusMonths(Math.floorMod(month.getMonthValue() - begins, months));
    }

    /** Whether these months are one of its periods, whole. */
    boolean isWhole(YearMonth first, YearMonth last) {
        return begin(first).equals(first) && first.plusMonths(months - 1L).equals(last);
    }
}
