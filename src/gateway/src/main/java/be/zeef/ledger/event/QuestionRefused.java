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
}
