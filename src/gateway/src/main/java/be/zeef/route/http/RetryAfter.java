package be.zeef.route.http;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * How long a partner that has too much to do wants to be left alone: by its answers 429 (RFC 6585 §4), and 503 with
 * {@code Retry-After} (RFC 9110 §10.2.3), in seconds or as a date. A date counts from the answer's own {@code Date}, so that no
 * two clocks are compared. Never more than {@link #LONGEST}, whatever is said; what is negative, past or unreadable says no time.
 */
public final class RetryAfter {

    /** Whoever wants to be left alone for longer is asked again after this. */
    public static final Duration LONGEST = Duration.ofMinutes(5);

    private static final int TOO_MANY_REQUESTS = 429;
    private static final int UNAVAILABLE = 503;

    /** A field that is longer holds no time. */
    private static final int LONGEST_FIELD = 64;

    private static final Pattern SECONDS = Pattern.compile("\\d+");

    /** More digits than {@link #LONGEST} has, which cannot overflow. */
    private static final int ENOUGH_DIGITS = 9;

    /** Two digits of a year are one of the hundred from here on. */
    private static final int FIRST_YEAR = 1970;

    /** The three forms of RFC 9110 §5.6.7: as senders must write it, and the two that readers must know. */
    private static final List<DateTimeFormatter> DATES = Stream.of(
                    form("EEE, dd MMM yyyy HH:mm:ss 'GMT'"),
                    form("EEEE, dd-MMM-")
                            .appendValueReduced(ChronoField.YEAR, 2, 2, FIRST_YEAR)
                            .appendPattern(" HH:mm:ss 'GMT'"),
                    form("EEE MMM ppd HH:mm:ss yyyy"))
            .map(form -> form.toFormatter(Locale.ENGLISH).withZone(ZoneOffset.UTC))
            .toList();

    private RetryAfter() {}

    private static DateTimeFormatterBuilder form(String pattern) {
        return new DateTimeFormatterBuilder().appendPattern(pattern);
    }

    /**
     * What an answer says of it.
     *
     * @param retryAfter the field {@code Retry-After}
     * @param date the field {@code Date}
     * @return empty when the answer is no sign of haste; zero when it is and says no time
     */
    public static Optional<Duration> of(int status, Optional<String> retryAfter, Optional<String> date) {
        return status == TOO_MANY_REQUESTS || (status == UNAVAILABLE && retryAfter.isPresent())
                ? Optional.of(retryAfter.flatMap(said -> time(said, date)).orElse(Duration.ZERO))
                : Optional.empty();
    }

    private static Optional<Duration> time(String said, Optional<String> date) {
        String text = said.strip();
        if (SECONDS.matcher(text).matches()) {
            String digits = text.replaceFirst("^0+(?=\\d)", "");
            return Optional.of(
                    digits.length() > ENOUGH_DIGITS ? LONGEST : bounded(Duration.ofSeconds(Long.parseLong(digits))));
        }
        return moment(text)
                .flatMap(then -> date.flatMap(RetryAfter::moment).map(now -> Duration.between(now, then)))
                .map(RetryAfter::bounded);
    }

    private static Duration bounded(Duration time) {
        if (time.isNegative()) {
            return Duration.ZERO;
        }
        return time.compareTo(LONGEST) > 0 ? LONGEST : time;
    }

    private static Optional<Instant> moment(String text) {
        return text.length() > LONGEST_FIELD
                ? Optional.empty()
                : DATES.stream().flatMap(form -> moment(text, form).stream()).findFirst();
    }

    private static Optional<Instant> moment(String text, DateTimeFormatter form) {
        try {
            return Optional.of(form.parse(text, Instant::from));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
