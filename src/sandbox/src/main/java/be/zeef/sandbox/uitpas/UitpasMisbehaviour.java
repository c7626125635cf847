package be.zeef.sandbox.uitpas;

/** What UiTPAS can be told to do wrong, a number of times. */
public enum UitpasMisbehaviour {
    /** 429 as {@code application/json}. Nothing was done. */
    RATE_LIMITED,
    /** 503. Nothing was done. */
    UNAVAILABLE,
    /** A page that is no JSON, with 200, to a read. */
    NOT_JSON,
    /** The answer to a read comes late ({@link UitpasServer#slowBy}). */
    SLOW,
    /** A write is carried out, and its answer never comes. */
    DONE_BUT_SILENT,
    /** A write is carried out, and the connection is closed instead of an answer. */
    DONE_BUT_CUT_OFF,
    /** A write is carried out and answered with 500. */
    DONE_BUT_500,
    /** A write is answered with success and not carried out. */
    LIES,
    /** The token that came with a call is revoked before the call is looked at. */
    REVOKES_TOKEN,
    /** The next problem has its status as a text. */
    STRING_STATUS,
    /** A dry run says that there is an identical membership. */
    NOT_POSSIBLE,
    /** The token endpoint answers 503. */
    TOKEN_UNAVAILABLE,
    /** The token endpoint refuses the client. */
    TOKEN_REFUSED
}
