package be.zeef.check.route;

import java.util.Map;

/**
 * An endpoint as a route file states it.
 *
 * @param line 1-based, where it begins
 * @param text its address, with the places that settings fill left as they are written
 * @param options those that stand below it; those behind a question mark are still in the text
 */
record StatedEndpoint(int line, Role role, String text, Map<String, Option> options) {

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
