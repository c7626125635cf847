package be.zeef.agreement.terms;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.Period;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * How long what is kept under an agreement may be kept: its {@code retention} (GDPR art. 5(1)(e); law of 30 July 2018 art. 20). What it
 * does not name is kept.
 *
 * @param terms by the name of the thing
 */
public record Retention(Map<String, Term> terms) {

    private static final String END_OF_YEAR = "end-of-year";
    private static final MonthDay LAST_OF_YEAR = MonthDay.of(12, 31);

    public Retention {
        terms = Map.copyOf(terms);
    }

    /**
     * @param keep for so long
     * @param fromEndOfYear not from its own moment, but from the last day of the year that has it
     */
    public record Term(Period keep, boolean fromEndOfYear) {

        /** Whether what is of this day may not be kept any more. */
        boolean isOver(LocalDate moment, LocalDate today) {
            LocalDate from = fromEndOfYear ? LAST_OF_YEAR.atYear(moment.getYear()) : moment;
            return from.plus(keep).isBefore(today);
        }

        /** The last day of which nothing may be kept any more. */
        LocalDate lastOver(LocalDate today) {
            // a month's end may be reached from several days; a year's from all of it
            LocalDate last = today.minus(keep).minusYears(1);
            while (isOver(last.plusDays(1), today)) {
                last = last.plusDays(1);
            }
            return last;
        }
    }

    /** The last day of which things of this name may not be kept any more; empty where the agreement does not say. */
    public Optional<LocalDate> lastOver(String thing, LocalDate today) {
        return Optional.ofNullable(terms.get(thing)).map(term -> term.lastOver(today));
    }

    /** What is kept for longer than this is: by terms as they are written, from whatever moment each counts. */
    public SortedSet<String> longerThan(String thing) {
        LocalDate day = LocalDate.EPOCH;
        SortedSet<String> longer = new TreeSet<>();
        Optional.ofNullable(terms.get(thing))
                .ifPresent(bound -> terms.forEach((name, term) -> {
                    if (day.plus(bound.keep).isBefore(day.plus(term.keep))) {
                        longer.add(name);
                    }
                }));
        return longer;
    }

    /** @param tree of the agreement's file */
    public static Retention in(JsonNode tree) {
        Map<String, Term> terms = new TreeMap<>();
        tree.path("retention")
                .properties()
                .forEach(each -> terms.put(
                        each.getKey(),
                        new Term(
                                Period.parse(each.getValue().path("keep").asText()),
                                each.getValue().path("from").asText().equals(END_OF_YEAR))));
        return new Retention(terms);
    }
}
