package be.zeef.subject;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A column of a population that goes along to the recipient, because the agreement says so, and what may leave of it: nothing but
 * what the agreement lists.
 *
 * @param name what it is called where it leaves
 * @param column its header in the population
 * @param values by what stands in the population what leaves; empty where a form says it
 * @param form of what leaves as it stands; empty where values say it
 */
public record PopulationColumn(String name, String column, Map<String, String> values, Optional<Pattern> form) {

    private static final int LONGEST = 32;

    public PopulationColumn {
        values = Map.copyOf(values);
        if (values.isEmpty() == form.isEmpty()) {
            throw new IllegalArgumentException("a column that goes along has either values or a form");
        }
    }

    /** What leaves of this text; empty when that is not agreed, or is longer than 32 characters. */
    public Optional<String> told(String text) {
        return form.isPresent() ? Optional.of(text).filter(this::allows) : Optional.ofNullable(values.get(text));
    }

    /** Whether this may leave. */
    public boolean allows(String told) {
        return form.map(agreed ->
                        told.length() <= LONGEST && agreed.matcher(told).matches())
                .orElseGet(() -> values.containsValue(told));
    }
}
