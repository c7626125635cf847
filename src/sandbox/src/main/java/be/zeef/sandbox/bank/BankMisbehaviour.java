package be.zeef.sandbox.bank;

/** What the bank can be told to do, a number of times. All but {@link #DISK_FULL} are counted per file. */
public enum BankMisbehaviour {
    /** It pays and says nothing. */
    NO_ANSWER,
    /** The file is refused as a whole, code FF01. */
    REFUSE_FILE,
    /** The first payment is refused, code AC01. */
    REFUSE_PAYMENT,
    /** The answer comes twice, in two files. */
    ANSWER_TWICE,
    /** The answer names a message that nobody sent. */
    ANSWER_FOR_ANOTHER,
    /** The answer is no XML. */
    NOT_XML,
    /** The answer speaks of the file as a whole only. */
    AS_A_WHOLE,
    /** A first answer says that all is pending; the last word follows. */
    PENDING_FIRST,
    /** Accepted first, then one payment refused after all, code AC06. */
    REFUSE_AFTER_ALL,
    /** Answers in pain.002.001.03. */
    OLD_VERSION,
    /** A write over SFTP fails with SSH_FX_FAILURE; counted per write. */
    DISK_FULL
}
