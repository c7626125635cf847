package be.zeef.sandbox.soap;

/** What MAGDA's SOAP endpoint can be told to do wrong, a number of times. */
public enum SoapMisbehaviour {
    /** A fault 99995 on HTTP 200: too many questions at once. */
    THROTTLE,
    /** 99996 at level 2: the source is busy. */
    SOURCE_BUSY,
    /** 30003 at level 3: no such person. */
    UNKNOWN_PERSON,
    /** 30004 at level 3: the person has another number now; both stand in the annotations. */
    REPLACED_INSZ,
    /** An answer to another question: its Referte is not the one asked. */
    ANOTHER_ANSWER,
    /** The answer comes two seconds late. */
    SLOW,
    /** The connection is closed in the middle of the answer. */
    CUT_OFF,
    /** A fault with HTTP 500. */
    FAULT_500,
    /** A page that is no XML. */
    NOT_XML,
    /** Resultaat 0 without a reason. */
    RESULT_ZERO,
    /** A code that no catalogue names. */
    UNKNOWN_CODE
}
