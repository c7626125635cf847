package be.zeef.report;

import java.time.YearMonth;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Counts by calendar month. What was counted comes out of it as {@link Steps} alone: whoever tells a quarter or a year adds months as they
 * are told, so that no two reports can be held against each other.
 */
final class Tally {

    private final SortedMap<Figure, SortedMap<YearMonth, Long>> counts = new TreeMap<>();

    /** @param count below zero takes back what was counted before */
    void add(YearMonth month, Group group, String key, long count) {
        if (count != 0) {
            counts.computeIfAbsent(new Figure(group, key), any -> new TreeMap<>())
                    .merge(month, count, Long::sum);
        }
    }

    Figures told() {
        SortedMap<Figure, SortedMap<YearMonth, Steps>> told = new TreeMap<>();
        counts.forEach((figure, months) -> {
            SortedMap<YearMonth, Steps> steps = new TreeMap<>();
            months.forEach((month, count) -> {
                long sure = Math.max(0, count);
                steps.put(month, figure.isOfPeople() ? Steps.of(sure) : Steps.exactly(sure));
            });
            told.put(figure, steps);
        });
        return new Figures(told);
    }
}
