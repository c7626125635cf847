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
    /** Answers in pain.002.001.12. */
    VERSION_12,
    /** Answers in pain.002.001.14. */
    VERSION_14,
    /** It does nothing with the file and refuses it and each payment in it, code AM04. */
    REFUSE_EACH,
    /** It does nothing with the file and refuses it for two reasons, AM05 and NARR. */
    REFUSE_AS_DUPLICATE,
    /** It does nothing with the file and refuses it with DU01, and its batch with MS03. */
    REFUSE_BATCH_AS_DUPLICATE,
    /** It does nothing with the file and refuses it for a reason of its own. */
    REFUSE_IN_OWN_WORDS,
    /** It pays, says no more than that the profile was checked (ACCP), and is silent. */
    CHECKED_ONLY,
    /** It says that the profile was checked (ACCP), and then refuses the first payment, code AC04, which it did not make. */
    CHECKED_THEN_REFUSED,
    /** It pays all but the first, says that the batch was accepted, and refuses one that it does not name. */
    REFUSE_UNNAMED,
    /** It names payments by their instruction id only. */
    NO_END_TO_END_ID,
    /** It does nothing with the file and says that it was cancelled (CANC). */
    CANCELLED,
    /** A write over SFTP fails with SSH_FX_FAILURE; counted per write. */
    DISK_FULL
}
