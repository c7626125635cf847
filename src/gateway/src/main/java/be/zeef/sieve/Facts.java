package be.zeef.sieve;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Named, typed values read from sources' answers, about one subject. They live in memory inside one exchange; there is
 * deliberately nothing here that prints them.
 */
public final class Facts {

    private final Map<String, Object> values = new TreeMap<>();

    /** Adds a three-valued fact; the rule sees {@code "yes"}, {@code "no"} or {@code "unknown"}. */
    public Facts with(String name, Ternary value) {
        values.put(name, value.name().toLowerCase(java.util.Locale.ROOT));
        return this;
    }

    /** Adds a whole number. */
    public Facts with(String name, int value) {
        values.put(name, value);
        return this;
    }

    /** Adds a parameter of the agreement. */
    public Facts with(String name, String value) {
        values.put(name, value);
        return this;
    }

    Map<String, Object> values() {
        return values;
    }

    /** What decisions are remembered under: equal facts have equal keys. */
    List<Object> key() {
        return List.copyOf(values.values());
    }

    @Override
    public String toString() {
        return "Facts";
    }
}
