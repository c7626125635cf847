package be.zeef.plan;

import java.time.LocalDate;

/**
 * For which days a run grants.
 *
 * @param year what tells this period from others: the calendar year, or the year in which a school year begins
 * @param until last day, included
 */
public record GrantPeriod(int year, LocalDate from, LocalDate until) {

    private static final int SEPTEMBER = 9;

    public GrantPeriod {
        if (until.isBefore(from)) {
            throw new IllegalArgumentException("a grant cannot end on " + until + ", before it begins on " + from);
        }
    }

    /** The calendar year of this day. */
    public static GrantPeriod calendarYear(LocalDate on) {
        return new GrantPeriod(on.getYear(), LocalDate.of(on.getYear(), 1, 1), LocalDate.of(on.getYear(), 12, 31));
    }

    /** From this day on, and never again. */
    public static GrantPeriod once(LocalDate on) {
        return new GrantPeriod(0, on, LocalDate.of(9999, 12, 31));
    }

    /** From this day until that one; told apart by the year in which it ends. */
    public static GrantPeriod until(LocalDate on, LocalDate last) {
        return new GrantPeriod(last.getYear(), on, last);
    }

    /** The school year of this day: 1 September to 31 August. */
    public static GrantPeriod schoolYear(LocalDate on) {
        int year = on.getMonthValue() >= SEPTEMBER ? on.getYear() : on.getYear() - 1;
        return beginning(year);
    }

    /** The school year that begins next where this day is in July or August, and its own otherwise. */
    public static GrantPeriod nextSchoolYear(LocalDate on) {
        boolean summer = on.getMonthValue() == SEPTEMBER - 1 || on.getMonthValue() == SEPTEMBER - 2;
        return summer ? beginning(on.getYear()) : schoolYear(on);
    }

    private static GrantPeriod beginning(int year) {
        return new GrantPeriod(year, LocalDate.of(year, SEPTEMBER, 1), LocalDate.of(year + 1, 8, 31));
    }
}
