package be.zeef.recipient.education;

import be.zeef.columns.PeriodChecks.Period;
import java.time.LocalDate;

/** A Flemish school year: 1 September to 31 August. */
final class SchoolYear {

    private SchoolYear() {}

    /** The days of the school year that begins in this year. */
    static Period days(int year) {
        return new Period(LocalDate.of(year, 9, 1), LocalDate.of(year + 1, 8, 31));
    }

    /** Such as {@code 2025-2026}. */
    static String name(int year) {
        return "%04d-%04d".formatted(year, year + 1);
    }
}
