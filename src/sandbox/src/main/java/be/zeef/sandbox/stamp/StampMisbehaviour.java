package be.zeef.sandbox.stamp;

/** What the time-stamping authority can be told to do wrong. */
public enum StampMisbehaviour {
    WRONG_NONCE,
    NO_NONCE,
    WRONG_IMPRINT,
    OTHER_POLICY,
    /** Signed by somebody of the same name, whom nobody trusts. */
    OTHER_SIGNER,
    /** Its certificate had ended at the time that it tells. */
    EXPIRED,
    /** Its certificate is not for time-stamps. */
    NO_USAGE,
    /** Its certificate is for time-stamps and other things. */
    WIDE_USAGE,
    /** It tells of a day in the future. */
    FUTURE,
    /** The signature is over something else. */
    BROKEN_SIGNATURE,
    REFUSED,
    GARBAGE,
    EMPTY,
    /** An answer that would never end. */
    HUGE,
    /** A byte every now and then. */
    SLOW,
    /** As HTML, such as a proxy says. */
    WRONG_TYPE,
    HTTP_500,
    REDIRECT
}
