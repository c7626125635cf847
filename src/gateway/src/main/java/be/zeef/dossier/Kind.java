package be.zeef.dossier;

/** What can have been done about a person. */
public enum Kind {
    /** Somebody was shown all of this before. */
    LOOKED_UP,
    /** A clerk or a back end asked about the person. */
    QUESTION,
    /** A source was asked about the person alone. */
    CALL,
    /** A source was sent a file of questions, one of which was about the person. */
    QUESTION_FILE,
    /** A run decided. */
    DECISION,
    GRANT,
    /** A better value waits until the earlier one is settled. */
    GRANT_WAITING,
    /** A clerk entered a grant on a proof. */
    GRANTED_BY_HAND,
    /** It was noted that the person belongs to a household, so that it is granted once. */
    HOUSEHOLD,
    /** Something left to a recipient or the bank. */
    DELIVERY,
    /** A source knows that there is a reason to ask about the person. */
    INSCRIPTION,
    CLAIM,
    CLAIM_WITHDRAWN,
    /** A source told of an allowance of the person. */
    ALLOWANCE,
    PREMIUM,
    PAYMENT,
    /** It was entered that the person objects or is restricted. */
    OBJECTION,
    OBJECTION_WITHDRAWN,
    /** Somebody saw the names and accounts of a file with a payment of the person. */
    NAMES_SHOWN
}
