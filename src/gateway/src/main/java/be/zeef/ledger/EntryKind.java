package be.zeef.ledger;

/** What an entry records. An intent is written before the deed, its outcome after it. */
public enum EntryKind {
    SYNC_STARTED,
    POPULATION_READ,
    CALL_INTENT,
    CALL_OUTCOME,
    QUESTION_INTENT,
    QUESTION_OUTCOME,
    ANSWER_READ,
    SOURCE_UNAVAILABLE,
    DECIDED,
    DELIVERY_PACKED,
    DELIVERY_INTENT,
    DELIVERY_OUTCOME,
    RECEIPT_READ,
    /** Somebody released a payment file: who, which file, with which digest. */
    RELEASED,
    /** Somebody saw the names and accounts of a payment file. */
    NAMES_SHOWN,
    /** A question about one person: who asks, under which agreement, for which day. */
    ASKED,
    /** What was answered to it. */
    ANSWERED,
    /** A grant that a clerk entered on a proof: who, and why. */
    GRANTED_BY_HAND,
    /** Somebody decided that grants which ended before they were delivered are not delivered any more: who, and why. */
    GRANTS_CLOSED,
    /** A question that a caller was not allowed to put; nobody was asked anything. */
    QUESTION_REFUSED,
    SYNC_ENDED
}
