package be.zeef.recipient;

import be.zeef.columns.PeriodChecks.Period;
import java.time.LocalDate;
import java.util.Locale;

/** Within which days a recipient is granted something, by the year of the delivery. */
public enum GrantDays {
    /** 1 January to 31 December. */
    CALENDAR_YEAR,
    /** 1 September to 31 August of the next year: a Flemish school year. */
    SCHOOL_YEAR,
    /** 1 January to 31 August of the next year: found in a year, and held until the school year ends that begins in it. */
    YEAR_AND_SCHOOL_YEAR;

    /** As {@code recipient.yaml} names it. */
    String said() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Those of this year. */
    public Period of(int year) {
        LocalDate schoolEnds = LocalDate.of(year + 1, 8, 31);
        return switch (this) {
            case CALENDAR_YEAR -> new Period(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31));
            case SCHOOL_YEAR -> new Period(LocalDate.of(year, 9, 1), schoolEnds);
            case YEAR_AND_SCHOOL_YEAR -> new Period(LocalDate.of(year, 1, 1), schoolEnds);
        };
    }
}
