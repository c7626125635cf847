package be.zeef.sandbox.ivago;

/** What IVAGO can be told to do wrong, a number of times. */
public enum IvagoMisbehaviour {
    /** No technical receipt. */
    NO_ACK,
    /** No functional receipt. */
    NO_RESULT,
    /** The whole delivery is refused with code FORMAT. */
    REFUSE_FILE,
    /** The first line is refused: the household is not known. */
    REFUSE_LINE,
    /** A receipt signed by another key. */
    WRONG_SIGNER
}
