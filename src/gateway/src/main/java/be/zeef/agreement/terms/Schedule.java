package be.zeef.agreement.terms;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.MonthDay;
import java.util.Collections;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * On which days of every year an agreement runs by itself, at what time of day in Belgium, and what becomes of a day on which nothing
 * could run: its {@code schedule}.
 *
 * @param named days that every year has
 * @param daysAfter how many days after each of them it runs: 0 where the agreement names its own days, more where they are those of a
 *     source's refresh
 * @param at the time of day in Belgium; {@link #AT} unless the agreement says
 * @param missed what is done about a day on which nothing could run
 */
public record Schedule(SortedSet<MonthDay> named, int daysAfter, LocalTime at, Missed missed) {

    /** Before anybody is at work, and never in the hour that a change of the clock skips or repeats. */
    public static final LocalTime AT = LocalTime.of(6, 0);

    /** What is done about a moment that is over. */
    public enum Missed {
        /** It is run as soon as can be, for its own day. */
        CATCH_UP,
        /** It is told, and run only when a person asks for it. */
        TELL
    }

    public Schedule {
        if (named.isEmpty()) {
            throw new IllegalArgumentException("a schedule names no day");
        }
        if (daysAfter < 0) {
            throw new IllegalArgumentException("daysAfter is negative");
        }
        named = Collections.unmodifiableSortedSet(new TreeSet<>(named));
    }

    /** How often it runs in a year. */
    public int timesAYear() {
        return named.size();
    }

    /**
     * The days that follow from those named in this year, in order. A refresh late in a year may be followed by a run in the next: the days of
     * all years are what follows from all years, each once.
     */
    public SortedSet<LocalDate> namedIn(int year) {
        return named.stream()
                .map(day -> day.atYear(year).plusDays(daysAfter))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /**
     * @param tree of the agreement's file, which was checked
     * @param refreshes days on which the list that it asks is refreshed
     */
    public static Optional<Schedule> in(JsonNode tree, SortedSet<MonthDay> refreshes) {
        JsonNode schedule = tree.path("schedule");
        if (!schedule.isObject()) {
            return Optional.empty();
        }
        SortedSet<MonthDay> named = new TreeSet<>();
        schedule.path("dates").forEach(date -> named.add(MonthDay.parse("--" + date.asText())));
        schedule.path("months")
                .forEach(month -> named.add(
                        MonthDay.of(month.asInt(), schedule.path("day").asInt())));
        boolean refreshed = schedule.has("daysAfterRefresh");
        return Optional.of(new Schedule(
                refreshed ? refreshes : named,
                schedule.path("daysAfterRefresh").asInt(),
                schedule.has("at") ? LocalTime.parse(schedule.path("at").asText()) : AT,
                Missed.valueOf(schedule.path("missed")
                        .asText()
                        .toUpperCase(Locale.ROOT)
                        .replace('-', '_'))));
    }
}
