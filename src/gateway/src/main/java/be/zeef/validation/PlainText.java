package be.zeef.validation;

import java.util.regex.Pattern;

/**
 * Text of others on its way to a reader's eyes: without the characters that a terminal or a log obeys instead of showing
 * (control characters, line ends, marks that turn the direction of writing, unpaired halves), which become {@code ?}.
 */
public final class PlainText {

    private static final Pattern OBEYED = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}]");

    private PlainText() {}

    public static String of(String text) {
        return OBEYED.matcher(text).replaceAll("?");
    }
}
