package be.zeef.ledger.event;

/**
 * Written before whoever asked about one person is told.
 *
 * @param answer in a word, as it is told
 * @param version of the agreement, its digest
 */
public record Answered(String answer, String version) implements DeedOutcome {

    /**
     * Written with a claim, in the transaction that stores it.
     *
     * @param answer in a word, as it is told
     * @param granted in eurocents; 0 where nothing was
     * @param left of the ceiling after it, in eurocents; 0 where it was not looked at
     * @param repeated whether it is the answer that the same claim got before
     * @param version of the agreement, its digest
     */
    public record OfClaim(String answer, long granted, long left, boolean repeated, String version)
            implements DeedOutcome {}
}
