package be.zeef.check.route;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * An endpoint as a route file states it.
 *
 * @param line 1-based, where it begins
 * @param text its address, with the places that settings fill left as they are written
 * @param options those that stand below it; those behind a question mark are still in the text
 */
record StatedEndpoint(int line, Role role, String text, Map<String, Option> options) {

    private static final Set<String> EXPRESSIONS = Set.of("${", "$simple{");

    /** What a route does with it. */
    enum Role {
        /** Reads from it. */
        FROM,
        /** Sends to it. */
        TO,
        /** Makes its address anew for each message. */
        MADE_PER_MESSAGE
    }

    /** @param line 1-based, where the option stands */
    record Option(int line, String value) {}

    StatedEndpoint {
        options = Map.copyOf(options);
        if (EXPRESSIONS.stream().anyMatch(text::contains)) {
            role = Role.MADE_PER_MESSAGE;
        }
    }

    /** The same with the parameters of its template filled; an option that waits for one that is not there is none. */
    StatedEndpoint filledWith(Map<String, String> parameters) {
        Map<String, Option> filled = new LinkedHashMap<>();
        options.forEach((name, option) -> {
            String value = filled(option.value(), parameters);
            if (!value.startsWith("{{?")) {
                filled.put(name, new Option(option.line(), value));
            }
        });
        return new StatedEndpoint(line, role, filled(text, parameters), filled);
    }

    private static String filled(String text, Map<String, String> parameters) {
        String filled = text;
        for (Map.Entry<String, String> parameter : parameters.entrySet()) {
            filled = filled.replace("{{" + parameter.getKey() + "}}", parameter.getValue())
                    .replace("{{?" + parameter.getKey() + "}}", parameter.getValue());
        }
        return filled;
    }

    /** For whoever corrects the file: the address without its options. */
    String shown() {
        int options = text.indexOf('?');
        return options < 0 ? text : text.substring(0, options);
    }

    /** The line of an option, or of the endpoint when the option is in its address. */
    int lineOf(String option) {
        Option stated = options.get(option);
        return stated == null ? line : stated.line();
    }
}
