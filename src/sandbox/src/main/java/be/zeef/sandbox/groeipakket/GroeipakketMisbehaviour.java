package be.zeef.sandbox.groeipakket;

/** What VUTG can be told to do wrong, a number of times; counted per file published. */
public enum GroeipakketMisbehaviour {
    /** The content is encrypted, but nobody signed it. */
    UNSIGNED,
    /** Signed by another key. */
    WRONG_SIGNER,
    /** Encrypted to somebody else. */
    FOR_ANOTHER,
    /** The content ends in the middle. */
    CUT_OFF,
    /** The totals are of one row more. */
    WRONG_TOTALS,
    /** The file is for another municipality. */
    OTHER_MUNICIPALITY,
    /** The same file lies there under a second name too. */
    TWICE,
    /** Another content lies there too, under the same id. */
    ID_AGAIN
}
