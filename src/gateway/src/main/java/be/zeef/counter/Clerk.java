package be.zeef.counter;

import be.zeef.subject.HiddenNumber;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Who sits at the counter, as the caller names them: it stands in the ledger, so that whoever was asked about can be told
 * who asked. 1 to 64 letters, digits and {@code . _ @ -}, and never the number of a person ({@link HiddenNumber}).
 */
record Clerk(String name) {

    private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._@-]{0,63}");

    Clerk {
        if (!acceptable(name)) {
            throw new IllegalArgumentException("not the name of a clerk");
        }
    }

    /** Empty when the text is none: too long, of other characters, or an INSZ may be in it. */
    static Optional<Clerk> of(String text) {
        return acceptable(text) ? Optional.of(new Clerk(text)) : Optional.empty();
    }

    private static boolean acceptable(String text) {
        return SHAPE.matcher(text).matches() && !HiddenNumber.in(text);
    }
}
