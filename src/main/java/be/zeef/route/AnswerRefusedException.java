package be.zeef.route;

/** A SOAP answer is not handed on. Only the reason is kept, nothing of the message. */
public final class AnswerRefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Reason reason;

    AnswerRefusedException(Reason reason) {
        super("a SOAP answer was refused: " + reason);
        this.reason = reason;
    }

    /** Why an answer is refused; the names are those that the ledger keeps as the code of a call. */
    public enum Reason {
        /** It is not whole SOAP, or has a document type. */
        FAULT,
        /** It is HTTP's own refusal of us (401, 403) and no SOAP. */
        DENIED,
        /** It is larger, deeper or wider than a partner's answers are. */
        LIMITS,
        /** Its signature is missing or does not vouch for it. */
        SIGNATURE
    }

    public Reason reason() {
        return reason;
    }
}
