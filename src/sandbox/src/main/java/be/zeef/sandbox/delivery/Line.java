package be.zeef.sandbox.delivery;

import java.util.Map;

/**
 * One line as read.
 *
 * @param key whom it grants to
 * @param from first day, or year where a recipient knows years only
 * @param until last day, or year
 * @param told what else it says, by its name
 */
public record Line(String id, String key, String value, String from, String until, Map<String, String> told) {

    public Line {
        told = Map.copyOf(told);
    }

    /** That says nothing else. */
    public Line(String id, String key, String value, String from, String until) {
        this(id, key, value, from, until, Map.of());
    }

    @Override
    public String toString() {
        return "Line";
    }
}
