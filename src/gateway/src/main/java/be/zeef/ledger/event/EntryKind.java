package be.zeef.ledger.event;

/** The kinds of entries, as the ledger's column names them. Several events may be of one kind; their bodies tell them apart. */
public enum EntryKind {
    SYNC_STARTED,
    CALL_INTENT,
    CALL_OUTCOME,
    QUESTION_INTENT,
    QUESTION_OUTCOME,
    ANSWER_READ,
    DECIDED,
    DELIVERY_PACKED,
    DELIVERY_INTENT,
    DELIVERY_OUTCOME,
    RECEIPT_READ,
    RELEASED,
    PAYMENTS_CLOSED,
    NAMES_SHOWN,
    ENTRIES_SHOWN,
    ASKED,
    ANSWERED,
    CLAIM_INTENT,
    CLAIM_OUTCOME,
    GRANTED_BY_HAND,
    GRANTS_CLOSED,
    QUESTION_REFUSED,
    ROWS_WRITTEN,
    SYNC_ENDED
}
