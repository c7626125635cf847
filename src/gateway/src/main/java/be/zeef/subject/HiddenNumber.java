package be.zeef.subject;

import java.text.Normalizer;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Whether a text that people write and that is kept (the id of a clerk, the name of a caller, a reason) may have somebody's
 * number in it. It may in three cases:
 *
 * <ul>
 *   <li>it has eleven digits or more, wherever they stand: no number has fewer, and what lies between them, or their order,
 *       hides nothing from who reads it. Digits of every script count, the Chinese 〇 to 九 too;
 *   <li>a word of it reads as eleven digits once O stands for 0 and I and l for 1, and six of them are digits. Where the word
 *       has other letters the eleven must be somebody's number, check digits and all, for ordinary names have such letters;
 *   <li>it is one of two texts that are kept together, and all their digits in a row are somebody's number ({@link #across}).
 * </ul>
 */
public final class HiddenNumber {

    /** Digits of an INSZ. */
    private static final int DIGITS = 11;

    /** Fewer than these among letters that look like digits are no attempt to write a number. */
    private static final int PLAIN_DIGITS = 6;

    private static final String HAN = "〇一二三四五六七八九";
    private static final String ZEROS = "Oo零";
    private static final String ONES = "Il|";

    private HiddenNumber() {}

    /** Whether this text may have one in it. */
    public static boolean in(String text) {
        String plain = plain(text);
        return digits(plain).length() >= DIGITS
                || Stream.of(plain.split("\\s+")).anyMatch(HiddenNumber::reads);
    }

    /** Whether these two texts have eleven digits together, and the one after the other they are somebody's number. */
    public static boolean across(String one, String other) {
        String first = digits(plain(one));
        String second = digits(plain(other));
        return Insz.parse(first + second).isPresent()
                || Insz.parse(second + first).isPresent();
    }

    /** The compatible form turns what looks like digits (full-width, superscript, circled) into those it stands for. */
    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC);
    }

    private static String digits(String plain) {
        return plain.codePoints()
                .filter(sign -> digit(sign) >= 0)
                .collect(StringBuilder::new, (all, sign) -> all.append(digit(sign)), StringBuilder::append)
                .toString();
    }

    /** What a sign stands for, or less than 0. */
    private static int digit(int sign) {
        if (Character.isDigit(sign)) {
            return Character.digit(sign, 10);
        }
        return Character.getType(sign) == Character.OTHER_NUMBER
                ? Character.getNumericValue(sign) % 10
                : HAN.indexOf(sign);
    }

    private static boolean reads(String word) {
        int[] signs = word.codePoints()
                .filter(sign -> digit(sign) >= 0 || likeDigit(sign) >= 0)
                .toArray();
        boolean nothingElse = word.codePoints()
                .filter(Character::isLetterOrDigit)
                .allMatch(sign -> digit(sign) >= 0 || likeDigit(sign) >= 0);
        return IntStream.rangeClosed(0, signs.length - DIGITS).anyMatch(begin -> reads(signs, begin, nothingElse));
    }

    /** @param enough whether eleven that read as digits are enough, whoever's they are */
    private static boolean reads(int[] signs, int begin, boolean enough) {
        StringBuilder read = new StringBuilder(DIGITS);
        int plain = 0;
        for (int sign :
                IntStream.range(begin, begin + DIGITS).map(i -> signs[i]).toArray()) {
            plain += digit(sign) >= 0 ? 1 : 0;
            read.append(Math.max(digit(sign), likeDigit(sign)));
        }
        return plain >= PLAIN_DIGITS && (enough || Insz.parse(read).isPresent());
    }

    private static int likeDigit(int sign) {
        return ZEROS.indexOf(sign) >= 0 ? 0 : ONES.indexOf(sign) >= 0 ? 1 : -1;
    }
}
