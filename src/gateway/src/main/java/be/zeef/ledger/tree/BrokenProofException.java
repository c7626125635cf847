package be.zeef.ledger.tree;

/** What a proof was to show does not follow from it. */
public final class BrokenProofException extends Exception {

    private static final long serialVersionUID = 1L;

    BrokenProofException(String what) {
        super(what);
    }
}
