package be.zeef.ledger.event;

/**
 * Written with a question file, in one transaction, before the file is sent; it may be sent again under the same Referte.
 *
 * @param kind LIST, REGISTER or DEREGISTER
 * @param file its name
 * @param referte by which its outcomes name it
 * @param persons how many are asked about
 * @param asked digest over their sorted pseudonyms
 */
public record QuestionFileIntent(String kind, String file, String referte, int persons, String asked)
        implements Intent<QuestionFileOutcome> {

    @Override
    public Deed deed() {
        return Deed.QUESTION_FILE;
    }
}
