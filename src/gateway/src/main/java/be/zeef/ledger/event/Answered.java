package be.zeef.ledger.event;

/**
 * Written before whoever asked about one person is told.
 *
 * @param answer in a word, as it is told
 * @param version of the agreement, its digest
 */
public record Answered(String answer, String version) implements DeedOutcome {}
