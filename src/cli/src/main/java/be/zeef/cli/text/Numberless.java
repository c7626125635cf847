package be.zeef.cli.text;

import be.zeef.subject.Insz;
import java.util.regex.Pattern;

/**
 * What is told, without anybody's number: a file of a partner, or of our own, may be named after a person, and findings name files.
 * Eleven digits that stand by themselves and are somebody's number, check digits and all, become {@value #UNTOLD}. Digits within a
 * longer row of letters and digits, such as an id, are left.
 */
final class Numberless {

    static final String UNTOLD = "(number)";

    private static final Pattern ELEVEN = Pattern.compile("(?<![\\p{L}\\d])\\d{11}(?![\\p{L}\\d])");

    private Numberless() {}

    static String of(String text) {
        return ELEVEN.matcher(text)
                .replaceAll(found -> Insz.parse(found.group()).isPresent() ? UNTOLD : found.group());
    }
}
