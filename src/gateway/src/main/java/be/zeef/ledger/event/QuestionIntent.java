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
public record QuestionIntent(String version, String subject, String clerk, LocalDate on) implements Intent<Answered> {

    @Override
    public Deed deed() {
        return Deed.QUESTION;
    }

    /**
     * Written before a claim is looked into.
     *
     * @param version of the agreement, its digest
     * @param subject pseudonym of whom it is for
     * @param clerk who enters it; a caller and its clerk with a slash between them
     * @param on the day of the claim
     * @param year that it is for: the calendar year, or the one in which a school year begins
     * @param cents the amount, in eurocents
     * @param association its key in the register
     * @param reference the clerk's own
     */
    public record OfClaim(
            String version,
            String subject,
            String clerk,
            LocalDate on,
            int year,
            long cents,
            String association,
            String reference)
            implements Intent<Answered.OfClaim> {

        @Override
        public Deed deed() {
            return Deed.CLAIM;
        }
    }
}
