package be.zeef.payment.run;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.MonthDay;
import java.util.Set;

/**
 * Days on which SEPA payments are executed: all but Saturdays, Sundays and the closing days of TARGET (1 January, Good Friday, Easter
 * Monday, 1 May, 25 and 26 December: European Central Bank, long-term calendar for TARGET closing days).
 */
final class BankingDays {

    private static final Set<MonthDay> CLOSED = Set.of(
            MonthDay.of(Month.JANUARY, 1),
            MonthDay.of(Month.MAY, 1),
            MonthDay.of(Month.DECEMBER, 25),
            MonthDay.of(Month.DECEMBER, 26));

    private BankingDays() {}

    static boolean isOne(LocalDate day) {
        LocalDate easter = easter(day.getYear());
        return day.getDayOfWeek() != DayOfWeek.SATURDAY
                && day.getDayOfWeek() != DayOfWeek.SUNDAY
                && !CLOSED.contains(MonthDay.from(day))
                && !day.equals(easter.minusDays(2))
                && !day.equals(easter.plusDays(1));
    }

    /** So many banking days after this day; for 0 the first that is not before it. */
    static LocalDate after(LocalDate day, int count) {
        LocalDate now = day;
        for (int left = count; left > 0 || !isOne(now); ) {
            now = now.plusDays(1);
            left -= isOne(now) ? 1 : 0;
        }
        return now;
    }

    /** Easter Sunday of the Gregorian calendar (the method of Meeus, Jones and Butcher). */
    private static LocalDate easter(int year) {
        int a = year % 19;
        int b = year / 100;
        int c = year % 100;
        int d = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
        int e = (32 + 2 * (b % 4) + 2 * (c / 4) - d - c % 4) % 7;
        int f = d + e - 7 * ((a + 11 * d + 22 * e) / 451) + 114;
        return LocalDate.of(year, f / 31, f % 31 + 1);
    }
}
