package be.zeef.sandbox.city;

import java.time.LocalDate;
import java.util.Optional;

/**
 * From when until when somebody has a right, both days included.
 *
 * @param end empty for one that has not ended
 */
public record Span(LocalDate begin, Optional<LocalDate> end) {

    /** As two columns of a file tell it; empty where there never was one. */
    public static Optional<Span> of(String begin, String end) {
        return begin.isEmpty()
                ? Optional.empty()
                : Optional.of(new Span(
                        LocalDate.parse(begin),
                        Optional.of(end).filter(text -> !text.isEmpty()).map(LocalDate::parse)));
    }

    /** As one column tells it: {@code begin/end}, with nothing behind the stroke for one that has not ended. */
    static Optional<Span> of(String both) {
        int stroke = both.indexOf('/');
        return stroke < 0 ? Optional.empty() : of(both.substring(0, stroke), both.substring(stroke + 1));
    }

    public boolean covers(LocalDate day) {
        return !day.isBefore(begin) && (end.isEmpty() || !day.isAfter(end.get()));
    }

    /** Whether it ran on any day of that year. */
    public boolean touches(int year) {
        return begin.getYear() <= year && (end.isEmpty() || end.get().getYear() >= year);
    }
}
