package be.zeef.claim;

import be.zeef.subject.Insz;
import java.util.Locale;

/**
 * What a clerk enters.
 *
 * @param child whom it is for
 * @param cents the amount, in eurocents; more than 0
 * @param association its key in the register
 * @param year that it is for: the calendar year, or the one in which a school year begins
 * @param reference the clerk's own, such as the number of the form; the same one is the same claim, in capitals
 * @param clerk who enters it; a caller and its clerk with a slash between them
 */
public record Claim(Insz child, long cents, String association, int year, String reference, String clerk) {

    public Claim {
        if (cents <= 0) {
            throw new IllegalArgumentException("a claim is of more than nothing");
        }
        reference = reference(reference);
    }

    /** One form has one number, in whatever case and with however many blanks two clerks type it. */
    static String reference(String typed) {
        return typed.strip().replaceAll("\\s+", " ").toUpperCase(Locale.ROOT);
    }

    /** Holds personal data: it does not show itself. */
    @Override
    public String toString() {
        return "Claim";
    }
}
