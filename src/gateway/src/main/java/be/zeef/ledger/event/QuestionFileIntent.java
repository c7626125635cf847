package be.zeef.ledger.event;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

/**
 * Written with a question file, in one transaction, before the file is sent; it may be sent again under the same Referte.
 *
 * @param kind LIST, REGISTER or DEREGISTER
 * @param file its name
 * @param referte by which its outcomes name it
 * @param persons how many are asked about
 * @param asked digest over their sorted pseudonyms
 * @param what is asked about each of them, and under what
 */
public record QuestionFileIntent(
        String kind,
        String file,
        String referte,
        int persons,
        String asked,
        @JsonUnwrapped CallIntent.Asked what) implements Intent<QuestionFileOutcome> {

    public QuestionFileIntent(String kind, String file, String referte, int persons, String asked) {
        this(kind, file, referte, persons, asked, CallIntent.Asked.NOTHING);
    }

    @Override
    public Deed deed() {
        return Deed.QUESTION_FILE;
    }
}
