package be.zeef.ledger.event;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * Written when no usable answer to a question file came: a second outcome of its intent. An answer that still comes is late.
 *
 * @param referte of the file
 */
public record QuestionFileGivenUp(String referte) implements Note {

    @Override
    public EntryKind entry() {
        return EntryKind.QUESTION_OUTCOME;
    }

    @JsonProperty
    public String code() {
        return "GIVEN_UP";
    }
}
