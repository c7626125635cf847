package be.zeef.sandbox.advice;

/** What Automatisch Advies can be told to do wrong, a number of times. */
public enum AdviceMisbehaviour {
    /** A good answer about another person. */
    ANOTHER_PERSON,
    /** A good answer under another case. */
    ANOTHER_CASE,
    /** A good answer for another day. */
    ANOTHER_DAY,
    /** A good answer to another question. */
    ANOTHER_REFERENCE,
    /** An answer with a name in it. */
    TELLS_MORE,
    /** A page that is no JSON, called JSON. */
    NOT_JSON,
    /** A field that stands there twice, the second time with another advice. */
    SAYS_TWO_THINGS,
    /** An answer that does not end. */
    TOO_LARGE,
    /** A small packed answer that is large when it is unpacked. */
    PACKED_LARGE,
    /** An answer of which a byte comes every tenth of a second. */
    DRIPS,
    /** The answer comes late ({@link AdviceServer#slowBy}). */
    SLOW,
    /** The connection is closed in the middle of the answer. */
    CUT_OFF,
    RATE_LIMITED,
    UNAVAILABLE,
    /** 403: this client may not ask. */
    FORBIDDEN
}
