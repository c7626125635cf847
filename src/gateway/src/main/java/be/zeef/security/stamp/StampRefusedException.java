package be.zeef.security.stamp;

/** A time-stamp is not believed. */
public final class StampRefusedException extends Exception {

    private static final long serialVersionUID = 1L;

    private final Reason reason;

    StampRefusedException(Reason reason, Throwable cause) {
        super("the time-stamp is not believed: " + reason, cause);
        this.reason = reason;
    }

    /** Why; the names are told to operators. */
    public enum Reason {
        /** It is no answer, or no token, of RFC 3161. */
        GARBAGE,
        /** The authority says that it gives none. */
        REFUSED,
        /** It answers another question. */
        NONCE,
        /** It is over other content. */
        IMPRINT,
        /** It was given under another policy than ours. */
        POLICY,
        /** Whoever signed it is not the authority, or the signature does not hold. */
        SIGNER,
        /** Its signer's certificate did not hold at the time it tells. */
        EXPIRED,
        /** Its signer's certificate is not for time-stamps, and for nothing else. */
        USAGE,
        /** It tells a time that has not come. */
        FUTURE
    }

    public Reason reason() {
        return reason;
    }
}
