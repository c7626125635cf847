package be.zeef.proof;

import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Counts how many texts a pattern of a schema lets through, where it is a row of digits, classes, single characters and how often each:
 * {@code \d{4}-\d{2}}. Of any other pattern nothing is said.
 */
final class PatternCount {

    /** Printable characters of ASCII, the space among them. */
    static final int PRINTABLE = 95;

    private static final Pattern PART = Pattern.compile(
            "(\\\\d|\\[[^\\]^\\\\]+\\]|\\\\.|\\.|[A-Za-z0-9 :_/-])(?:\\{(\\d{1,4})(?:,(\\d{1,4}))?\\})?");

    private static final int DIGITS = 10;

    private PatternCount() {}

    /** The binary logarithm of their number; of a part of varying length that of the longest alone, so it is never more. */
    static OptionalDouble bits(String pattern) {
        Matcher part = PART.matcher(pattern);
        int end = 0;
        double bits = 0;
        while (part.find() && part.start() == end) {
            end = part.end();
            String times = part.group(3) == null ? part.group(2) : part.group(3);
            bits += Capacity.log2(characters(part.group(1))) * (times == null ? 1 : Integer.parseInt(times));
        }
        return end == pattern.length() ? OptionalDouble.of(bits) : OptionalDouble.empty();
    }

    private static int characters(String part) {
        if (part.equals("\\d")) {
            return DIGITS;
        }
        if (part.equals(".")) {
            return PRINTABLE;
        }
        if (!part.startsWith("[")) {
            return 1;
        }
        int count = 0;
        String inside = part.substring(1, part.length() - 1);
        for (int i = 0; i < inside.length(); i++) {
            boolean range = i + 2 < inside.length() && inside.charAt(i + 1) == '-';
            count += range ? inside.charAt(i + 2) - inside.charAt(i) + 1 : 1;
            i += range ? 2 : 0;
        }
        return count;
    }
}
