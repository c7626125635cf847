package be.zeef.sandbox.delivery;

/** What a recipient can be told to do wrong, a number of times. All but {@link #DISK_FULL} are counted per delivery answered. */
public enum DeliveryMisbehaviour {
    /** No technical receipt. */
    NO_ACK,
    /** No functional receipt. */
    NO_RESULT,
    /** The functional receipt comes {@link FarEnd#LATE} later than it should. */
    LATE,
    /** The whole delivery is refused with code FORMAT. */
    REFUSE_FILE,
    /** The first line that would be booked is refused: whom it is about is not known. */
    REFUSE_LINE,
    /** Receipts that are bare XML: nobody signed them. */
    UNSIGNED_RECEIPT,
    /** Receipts signed by another key. */
    WRONG_SIGNER,
    /** Receipts that name another delivery than the file they stand in. */
    RECEIPT_FOR_ANOTHER,
    /** A write over SFTP fails with SSH_FX_FAILURE; counted per write. */
    DISK_FULL
}
