package be.zeef.sandbox.soap;

/** What MAGDA's SOAP endpoint can be told to do wrong, a number of times. */
public enum SoapMisbehaviour {
    /** A fault 99995 on HTTP 200: too many questions at once. Nothing was done. */
    THROTTLE,
    /** 99995 at level 2. Nothing was done. */
    THROTTLE_LEVEL_2,
    /** 99996 at level 2: the source is busy. Nothing was done. */
    SOURCE_BUSY,
    /** 30003 at level 3: no such person. */
    UNKNOWN_PERSON,
    /** 30004 at level 3: the person has another number now; both stand in the annotations. Nothing was done. */
    REPLACED_INSZ,
    /** What was asked is done, but the answer's Referte is another question's. */
    ANOTHER_ANSWER,
    /** The answer is about another person than was asked about; an inscription names nobody and is not touched by it. */
    ANOTHER_PERSON,
    /** What was asked is done at once, but the answer comes late ({@link MagdaSoapServer#slowBy}). */
    SLOW,
    /** What was asked is done, but the connection is closed in the middle of the answer. */
    CUT_OFF,
    /** A fault with HTTP 500. Nothing was done. */
    FAULT_500,
    /** The same fault with HTTP 503. */
    FAULT_503,
    /** A page that is no XML. Nothing was done. */
    NOT_XML,
    /** Resultaat 0 without a reason. Nothing was done. */
    RESULT_ZERO,
    /** A code that no catalogue names. Nothing was done. */
    UNKNOWN_CODE
}
