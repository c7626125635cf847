package be.zeef.ledger.stamp;

/** The authority answered, and its answer is not believed. */
public final class StampException extends Exception {

    private static final long serialVersionUID = 1L;

    private final String reason;

    /** @param reason one word, which is told */
    public StampException(String reason, Throwable cause) {
        super("no time-stamp: " + reason, cause);
        this.reason = reason;
    }

    String reason() {
        return reason;
    }
}
