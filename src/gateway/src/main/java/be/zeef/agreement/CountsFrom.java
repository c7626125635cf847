package be.zeef.agreement;

import java.util.Map;

/**
 * From when what is granted counts within its period: for every value the same, or for each its own.
 *
 * @param usual where a value has none of its own
 * @param byValue such as a class whose right began in the course of the year
 */
public record CountsFrom(When usual, Map<String, When> byValue) {

    /** All of it counts for the whole period. */
    public static final CountsFrom WHOLE_PERIOD = new CountsFrom(When.START_OF_PERIOD, Map.of());

    public CountsFrom {
        byValue = Map.copyOf(byValue);
    }

    /** A word for it. */
    public enum When {
        /** The first day of the period, such as 1 January or the beginning of the school year. */
        START_OF_PERIOD,
        /** The first of the month of the day it is decided for. */
        FIRST_OF_MONTH,
        /** The day on which the right began, as the source says; the day it is decided for where it does not. */
        START_OF_RIGHT
    }

    public When of(String value) {
        return byValue.getOrDefault(value, usual);
    }
}
