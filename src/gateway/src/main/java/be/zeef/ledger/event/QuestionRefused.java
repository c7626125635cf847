package be.zeef.ledger.event;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * Written when a caller may not ask, or no more today: the first time of a day. Nobody was asked anything.
 *
 * @param caller by its name in the settings
 * @param clerk behind it
 * @param want what there is not enough of, {@code agreement} or {@code day}; the body's field {@code for}
 */
public record QuestionRefused(
        String caller, String clerk, @JsonProperty("for") String want) implements Note {

    @Override
    public EntryKind entry() {
        return EntryKind.QUESTION_REFUSED;
    }

    /**
     * Written when it is entered that somebody objects or is restricted, in the transaction from which on it is respected; what is of every
     * agreement under each by which people are known.
     *
     * @param subject pseudonym of whom it is about
     * @param objection {@code OBJECTION} (GDPR 21) or {@code RESTRICTION} (GDPR 18)
     * @param scope the agreement's id, or {@code *} for every one
     * @param clerk who entered it
     * @param reason in the clerk's words
     */
    public record Objection(String subject, String objection, String scope, String clerk, String reason)
            implements Note {

        @Override
        public EntryKind entry() {
            return EntryKind.OBJECTION_ENTERED;
        }
    }

    /**
     * Written when that is withdrawn or lifted, likewise.
     *
     * @param subject pseudonym of whom it is about
     * @param objection {@code OBJECTION} or {@code RESTRICTION}
     * @param scope as it was entered for
     * @param told whether the person was told before (GDPR 18.3)
     * @param clerk who withdrew or lifted it
     * @param reason in the clerk's words
     */
    public record ObjectionWithdrawn(
            String subject, String objection, String scope, boolean told, String clerk, String reason) implements Note {

        @Override
        public EntryKind entry() {
            return EntryKind.OBJECTION_WITHDRAWN;
        }
    }
}
