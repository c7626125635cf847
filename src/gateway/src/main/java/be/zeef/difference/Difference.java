package be.zeef.difference;

import java.util.Locale;

/**
 * One thing that is not as it was.
 *
 * @param file that says it, by its path in the later of both
 * @param path the key within an agreement's file, with points; empty for anything else
 * @param code stable, of the family {@code difference}
 */
public record Difference(String file, String path, String code, Words words) {

    static Difference of(String file, String path, Words.Sentence told) {
        return new Difference(file, path, told.code(), told);
    }

    /** The same, told as something of a benefit. */
    Difference ofBenefit(String name) {
        return new Difference(file, path, code, Words.Sentence.of("difference.of-benefit", Words.said(name), words));
    }

    /** In the words of who signs it: Dutch, English or French. */
    public String text(Locale locale) {
        return words.in(locale);
    }
}
