package be.zeef.ledger.seal;

/** A note is no checkpoint, or not of this ledger, or not signed by its key, or was altered since. */
public final class ForeignNoteException extends Exception {

    private static final long serialVersionUID = 1L;

    ForeignNoteException(Throwable cause) {
        super("this is no checkpoint that this installation's key signed", cause);
    }
}
