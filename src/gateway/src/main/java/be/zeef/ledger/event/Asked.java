package be.zeef.ledger.event;

import java.time.LocalDate;

/**
 * Written before a question about one person is answered, by a counter or a back end.
 *
 * @param version of the agreement, its digest
 * @param subject pseudonym of whom it is about
 * @param clerk who asks; a caller and its clerk with a slash between them
 * @param on the day that it is asked for
 */
public record Asked(String version, String subject, String clerk, LocalDate on) implements Intent<Answered> {

    @Override
    public Deed deed() {
        return Deed.QUESTION;
    }
}
