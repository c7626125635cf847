package be.zeef.ledger.event;

/**
 * Written when a run has decided about everybody, in the transaction that stores its counts. All counts are of subjects.
 *
 * @param version of the agreement, its digest
 * @param notEligible those that are not kept too
 * @param granted those of the eligible that had no grant of the period yet
 * @param decisions digest over all decisions that are kept, in the order of their subjects
 */
public record Decided(
        String version, long eligible, long notEligible, long undetermined, long granted, String decisions)
        implements Note {

    @Override
    public EntryKind entry() {
        return EntryKind.DECIDED;
    }
}
