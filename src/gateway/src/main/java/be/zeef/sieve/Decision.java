package be.zeef.sieve;

import java.util.Map;
import java.util.Optional;

/**
 * What the rule made of the facts.
 *
 * @param flags values to let out, by name; empty unless ELIGIBLE
 * @param cause why it is UNDETERMINED; empty for the others, and as long as only the facts can tell
 */
public record Decision(Outcome outcome, Map<String, String> flags, Optional<Cause> cause) {

    public Decision {
        flags = Map.copyOf(flags);
        if (cause.isPresent() && outcome != Outcome.UNDETERMINED) {
            throw new IllegalArgumentException("only what is undetermined has a cause of that");
        }
    }

    public Decision(Outcome outcome, Map<String, String> flags) {
        this(outcome, flags, Optional.empty());
    }

    /** Nobody knows, and why. */
    public static Decision undetermined(Cause cause) {
        return new Decision(Outcome.UNDETERMINED, Map.of(), Optional.of(cause));
    }

    /** The same, and where it is undetermined without a cause yet, because of this one. */
    public Decision because(Cause why) {
        return outcome == Outcome.UNDETERMINED && cause.isEmpty() ? undetermined(why) : this;
    }

    /** The value of a flag, empty text when it is not set. */
    public String flag(String name) {
        return flags.getOrDefault(name, "");
    }
}
