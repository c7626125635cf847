package be.zeef.source.groeipakket;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.regex.Pattern;

/** How fields of the CSV are written: the same as the simple types of {@code allowances.xsd}. */
enum Shapes {
    ID("[A-Za-z0-9][A-Za-z0-9._-]{0,63}"),
    KIND("grant|correction|cancellation"),
    MONTH("20\\d{2}-(0[1-9]|1[0-2])"),
    INSTANT("20\\d{2}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}Z"),
    DAY("\\d{4}-\\d{2}-\\d{2}"),
    NIS("\\d{5}"),
    POSTCODE("[1-9]\\d{3}"),
    YES_NO("yes|no");

    private final Pattern pattern;

    Shapes(String pattern) {
        this.pattern = Pattern.compile(pattern);
    }

    boolean fits(String text) {
        return pattern.matcher(text).matches() && exists(text);
    }

    boolean fitsOrEmpty(String text) {
        return text.isEmpty() || fits(text);
    }

    /** 30 February has the shape of a day and is none. */
    private boolean exists(String text) {
        try {
            if (this == DAY) {
                LocalDate.parse(text);
            } else if (this == INSTANT) {
                Instant.parse(text);
            }
            return true;
        } catch (DateTimeException e) {
            return false;
        }
    }
}
