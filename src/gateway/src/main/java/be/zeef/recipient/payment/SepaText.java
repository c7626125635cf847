package be.zeef.recipient.payment;

import java.text.Normalizer;
import java.util.Map;

/**
 * Text in the characters that every bank in SEPA passes on (EPC217-08, "SEPA requirements for an extended character
 * set"): letters without marks, digits, blank and {@code / - ? : ( ) . , ' +}; no slash at an end, none doubled.
 */
final class SepaText {

    /** What Unicode does not take apart. */
    private static final Map<Integer, String> LETTERS = Map.ofEntries(
            letter('ß', "ss"),
            letter('ẞ', "SS"),
            letter('æ', "ae"),
            letter('Æ', "AE"),
            letter('œ', "oe"),
            letter('Œ', "OE"),
            letter('ø', "o"),
            letter('Ø', "O"),
            letter('ł', "l"),
            letter('Ł', "L"),
            letter('đ', "d"),
            letter('Đ', "D"),
            letter('ð', "d"),
            letter('Ð', "D"),
            letter('þ', "th"),
            letter('Þ', "Th"),
            letter('ı', "i"),
            letter('ĸ', "k"),
            letter('ŋ', "n"),
            letter('Ŋ', "N"),
            letter('ħ', "h"),
            letter('Ħ', "H"),
            letter('ŧ', "t"),
            letter('Ŧ', "T"),
            letter('ə', "e"),
            letter('Ə', "E"),
            letter('ĳ', "ij"),
            letter('Ĳ', "IJ"),
            letter('&', "+"),
            letter('’', "'"),
            letter('‘', "'"),
            letter('ʼ', "'"),
            letter('`', "'"),
            letter('´', "'"),
            letter('–', "-"),
            letter('—', "-"),
            letter('‐', "-"),
            letter('_', "-"),
            letter(';', ","));

    private static final String MARKS = "/-?:().,'+";

    private SepaText() {}

    private static Map.Entry<Integer, String> letter(char from, String to) {
        return Map.entry((int) from, to);
    }

    /**
     * The text in the SEPA set, without blanks at its ends or two in a row, and no longer than this; a character that has
     * no counterpart becomes a point. Empty when no letter or digit is left.
     */
    static String of(String text, int longest) {
        StringBuilder plain = new StringBuilder();
        text.codePoints().forEach(each -> append(plain, each));
        String tidy = plain.toString().replaceAll("\\s+", " ").replaceAll("/{2,}", "/");
        String cut = ends(tidy);
        cut = ends(cut.substring(0, Math.min(longest, cut.length())));
        return cut.chars().anyMatch(Character::isLetterOrDigit) ? cut : "";
    }

    private static String ends(String text) {
        return text.replaceAll("^[ /]+|[ /]+$", "");
    }

    private static void append(StringBuilder plain, int character) {
        String known = LETTERS.get(character);
        if (known != null) {
            plain.append(known);
        } else if (Character.isWhitespace(character) || Character.isSpaceChar(character)) {
            plain.append(' ');
        } else {
            Normalizer.normalize(Character.toString(character), Normalizer.Form.NFKD)
                    .codePoints()
                    .filter(part -> Character.getType(part) != Character.NON_SPACING_MARK)
                    .forEach(part -> plain.append(passes(part) ? Character.toString(part) : counterpart(part)));
        }
    }

    /** A letter within a taken-apart character, such as the ø of ǿ, may have a counterpart of its own. */
    private static String counterpart(int part) {
        return LETTERS.getOrDefault(part, ".");
    }

    private static boolean passes(int character) {
        return character < 128 && (Character.isLetterOrDigit(character) || MARKS.indexOf(character) >= 0);
    }
}
