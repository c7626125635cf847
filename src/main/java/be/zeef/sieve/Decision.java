package be.zeef.sieve;

import java.util.Map;

/**
 * What the rule made of the facts.
 *
 * @param flags values to let out, by name; empty unless ELIGIBLE
 */
public record Decision(Outcome outcome, Map<String, String> flags) {

    public Decision {
        flags = Map.copyOf(flags);
    }

    /** The value of a flag, empty text when it is not set. */
    public String flag(String name) {
        return flags.getOrDefault(name, "");
    }
}
