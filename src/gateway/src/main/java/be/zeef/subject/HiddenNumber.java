package be.zeef.subject;

import java.text.Normalizer;

/**
 * Whether a text that people write and that is kept (the id of a clerk, the name of a caller, a reason) may have somebody's
 * number in it. It may when it has eleven digits or more, wherever they stand: no number has fewer, and what lies between
 * them, or their order, hides nothing from who reads it. Digits of every script count.
 */
public final class HiddenNumber {

    /** Digits of an INSZ. */
    private static final int DIGITS = 11;

    private HiddenNumber() {}

    /** Whether eleven or more digits stand in this text. */
    public static boolean in(String text) {
        // the compatible form turns what looks like digits (full-width, superscript, circled) into those it stands for
        return Normalizer.normalize(text, Normalizer.Form.NFKC)
                        .codePoints()
                        .filter(HiddenNumber::isDigit)
                        .count()
                >= DIGITS;
    }

    private static boolean isDigit(int sign) {
        return Character.isDigit(sign)
                || (Character.getType(sign) == Character.OTHER_NUMBER && Character.getNumericValue(sign) >= 0);
    }
}
