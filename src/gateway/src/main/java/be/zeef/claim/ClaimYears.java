package be.zeef.claim;

import be.zeef.agreement.Agreement;
import be.zeef.agreement.Benefit;
import be.zeef.agreement.ClaimTerms;
import be.zeef.plan.GrantPeriod;
import be.zeef.validation.Finding;
import be.zeef.validation.Location;
import java.time.LocalDate;
import java.util.Optional;

/**
 * The years that a ceiling is for, by the period of an agreement's grants: the calendar year, or from 1 September to 31 August,
 * called by the year in which it begins. Immutable.
 */
public final class ClaimYears {

    private static final int FIRST = 2000;
    private static final int LAST = 2999;

    private final boolean school;
    private final int monthsAfter;

    public ClaimYears(Agreement agreement, ClaimTerms terms) {
        this.school = agreement.grants().period() == Benefit.Period.SCHOOL_YEAR;
        this.monthsAfter = terms.monthsAfter();
    }

    /** The year of this day. */
    public int of(LocalDate on) {
        return (school ? GrantPeriod.schoolYear(on) : GrantPeriod.calendarYear(on)).year();
    }

    /**
     * Why nothing can be claimed for this year on this day: it has not begun, or is over for too long.
     *
     * @param place where the year was given, for the finding
     * @return empty when it can
     */
    public Optional<Finding> fault(int year, LocalDate on, String place) {
        if (year < FIRST || year > LAST) {
            return Optional.of(Finding.fatal("claim.year", Location.path(place)));
        }
        GrantPeriod period = period(year);
        if (on.isBefore(period.from())) {
            return Optional.of(Finding.fatal(
                    "claim.year-early", Location.path(place), period.from().toString(), Integer.toString(of(on))));
        }
        LocalDate last = period.until().plusMonths(monthsAfter);
        return on.isAfter(last)
                ? Optional.of(Finding.fatal(
                        "claim.year-late", Location.path(place), period.until().toString(), last.toString()))
                : Optional.empty();
    }

    /** The last year that ended up to this day. */
    int endedUpTo(LocalDate day) {
        int year = of(day);
        return period(year).until().isAfter(day) ? year - 1 : year;
    }

    /** The day that is asked about: the day of the claim, or the last of a year that is over. */
    public LocalDate asked(int year, LocalDate on) {
        LocalDate last = period(year).until();
        return on.isAfter(last) ? last : on;
    }

    private GrantPeriod period(int year) {
        return school
                ? GrantPeriod.schoolYear(LocalDate.of(year, 9, 1))
                : GrantPeriod.calendarYear(LocalDate.of(year, 1, 1));
    }
}
