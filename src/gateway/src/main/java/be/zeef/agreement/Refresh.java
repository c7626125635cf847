package be.zeef.agreement;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * On which days of a year a source that holds copies is refreshed. The KSZ's buffer is refreshed at the beginning of each quarter
 * (Digitaal Vlaanderen on SocZek.GeefSociaalStatuutVoorLijst-02.00), which is what holds unless an agreement says otherwise.
 *
 * @param day 1–28, of each of those months
 * @param months 1–12, one at least
 */
public record Refresh(int day, SortedSet<Integer> months) {

    /** The first of January, April, July and October. */
    public static final Refresh QUARTERLY = of(1, List.of(1, 4, 7, 10));

    public Refresh {
        if (months.isEmpty()) {
            throw new IllegalArgumentException("a source that is never refreshed has no day of refresh");
        }
        months = Collections.unmodifiableSortedSet(new TreeSet<>(months));
    }

    static Refresh of(int day, List<Integer> months) {
        return new Refresh(day, new TreeSet<>(months));
    }

    /** Each of these days, of any year. */
    SortedSet<MonthDay> days() {
        return months.stream().map(month -> MonthDay.of(month, day)).collect(Collectors.toCollection(TreeSet::new));
    }

    /** The last of these days that is not after this one. */
    public LocalDate lastBy(LocalDate day) {
        return months.stream()
                .map(month -> LocalDate.of(day.getYear(), month, this.day))
                .filter(refreshed -> !refreshed.isAfter(day))
                .reduce((earlier, later) -> later)
                .orElseGet(() -> LocalDate.of(day.getYear() - 1, months.last(), this.day));
    }
}
