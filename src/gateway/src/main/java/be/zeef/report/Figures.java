package be.zeef.report;

import java.time.YearMonth;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What is told of one benefit: of each figure each month. All else is added up of these. */
public final class Figures {

    /** Of a benefit under which nothing has happened. */
    public static final Figures NONE = new Figures(new TreeMap<>());

    private static final Figure UNDETERMINED = new Figure(Group.DECIDED, "undetermined");

    private final SortedMap<Figure, SortedMap<YearMonth, Steps>> months;

    Figures(SortedMap<Figure, SortedMap<YearMonth, Steps>> months) {
        this.months = months;
    }

    /** The figures of a group that is told in some of these periods; the undetermined are the sum of their causes. */
    public List<Figure> of(Group group, Collection<Period> periods) {
        TreeSet<Figure> all = new TreeSet<>();
        months.keySet().stream().filter(figure -> figure.group() == group).forEach(all::add);
        if (group == Group.DECIDED) {
            all.add(UNDETERMINED);
        }
        return all.stream()
                .filter(figure ->
                        periods.stream().anyMatch(period -> !of(figure, period).equals(Steps.NONE)))
                .toList();
    }

    public Steps of(Figure figure, Period period) {
        return figure.equals(UNDETERMINED)
                ? whole(Group.UNDETERMINED, period)
                : months.getOrDefault(figure, new TreeMap<>()).entrySet().stream()
                        .filter(month -> period.has(month.getKey()))
                        .map(SortedMap.Entry::getValue)
                        .reduce(Steps.NONE, Steps::plus);
    }

    /** A figure in all these periods together. */
    public Steps of(Figure figure, Collection<Period> periods) {
        return periods.stream().map(period -> of(figure, period)).reduce(Steps.NONE, Steps::plus);
    }

    /** All figures of a group together. */
    public Steps whole(Group group, Period period) {
        Stream<Figure> own = months.keySet().stream().filter(figure -> figure.group() == group);
        return (group == Group.DECIDED ? Stream.concat(own, Stream.of(UNDETERMINED)) : own)
                .map(figure -> of(figure, period))
                .reduce(Steps.NONE, Steps::plus);
    }

    public Steps whole(Group group, Collection<Period> periods) {
        return periods.stream().map(period -> whole(group, period)).reduce(Steps.NONE, Steps::plus);
    }

    /** The first month that something is told of. */
    public Optional<YearMonth> first() {
        return months.values().stream().map(SortedMap::firstKey).min(Comparator.naturalOrder());
    }

    /** Whether nothing is told of these periods. */
    public boolean isEmpty(Collection<Period> periods) {
        return Stream.of(Group.values()).allMatch(group -> of(group, periods).isEmpty());
    }
}
