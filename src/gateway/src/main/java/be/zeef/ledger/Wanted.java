package be.zeef.ledger;

/**
 * What somebody wants appended.
 *
 * @param syncId the run it belongs to, 0 for none
 * @param body of the draft, as it will stand: made by whoever wants it, and not under the lock of the chain's end
 */
record Wanted(String agreement, long syncId, Draft draft, String body) {

    Wanted(String agreement, long syncId, Draft draft) {
        this(agreement, syncId, draft, draft.json());
    }
}
