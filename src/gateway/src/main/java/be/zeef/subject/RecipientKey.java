package be.zeef.subject;

/**
 * The recipient's own key of somebody, in one of its number spaces: the same digits in two of them are two keys.
 *
 * @param kind what the recipient calls the number space; empty for the one that most of its keys are of
 */
public record RecipientKey(String kind, String number) {

    // a key has no control characters, so that none begins with what tells a kind
    private static final char BETWEEN = '\u001f';

    /** Reads what {@link #written} wrote. */
    public static RecipientKey of(String written) {
        int between = written.indexOf(BETWEEN);
        return between < 0
                ? new RecipientKey("", written)
                : new RecipientKey(written.substring(0, between), written.substring(between + 1));
    }

    /** As one text, different for each two different keys: the number itself where most keys are of its kind. */
    public String written() {
        return kind.isEmpty() ? number : kind + BETWEEN + number;
    }

    /** Is somebody's key: it does not show itself. */
    @Override
    public String toString() {
        return "RecipientKey";
    }
}
