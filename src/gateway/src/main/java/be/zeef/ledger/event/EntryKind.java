package be.zeef.ledger.event;

/** The kinds of entries, as the ledger's column names them. Several events may be of one kind; their bodies tell them apart. */
public enum EntryKind {
    SYNC_STARTED(true),
    CALL_INTENT(true),
    CALL_OUTCOME(false),
    QUESTION_INTENT(true),
    QUESTION_OUTCOME(false),
    ANSWER_READ(false),
    DECIDED(true),
    DELIVERY_PACKED(true),
    DELIVERY_INTENT(true),
    DELIVERY_OUTCOME(false),
    RECEIPT_READ(false),
    RELEASED(true),
    PAYMENTS_CLOSED(false),
    NAMES_SHOWN(false),
    ENTRIES_SHOWN(false),
    ASKED(true),
    ANSWERED(false),
    CLAIM_INTENT(true),
    CLAIM_OUTCOME(false),
    GRANTED_BY_HAND(true),
    GRANTS_CLOSED(false),
    QUESTION_REFUSED(false),
    ROWS_WRITTEN(false),
    REMOVED(false),
    SYNC_ENDED(false),
    RUN_ABANDONED(false),
    AGREEMENT_ACT(false),
    OBJECTION_ENTERED(false),
    OBJECTION_WITHDRAWN(false),
    MOMENT(false),
    SCHEDULE_ACT(false);

    private final boolean goesOn;

    EntryKind(boolean goesOn) {
        this.goesOn = goesOn;
    }

    /**
     * Whether it goes on under the agreement: asks, decides, grants, delivers or pays. What only tells how something ended, what was
     * read, or what people put right, goes on with nothing, and is written of an agreement that is halted too.
     */
    public boolean goesOn() {
        return goesOn;
    }
}
