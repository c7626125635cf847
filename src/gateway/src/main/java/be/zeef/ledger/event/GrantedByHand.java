package be.zeef.ledger.event;

import java.time.LocalDate;
import java.util.Optional;

/**
 * Written with a grant that a clerk enters on a proof, in one transaction.
 *
 * @param version of the agreement, its digest
 * @param subject pseudonym of whom it is for
 * @param clerk who enters it
 * @param reason names the proof, in the clerk's words
 * @param from the grant's first day
 * @param until its last
 * @param result GRANTED, or ALREADY when there was one
 */
public record GrantedByHand(
        String version, String subject, String clerk, String reason, LocalDate from, LocalDate until, String result)
        implements Note {

    @Override
    public EntryKind entry() {
        return EntryKind.GRANTED_BY_HAND;
    }

    @Override
    public Optional<String> goesOnAbout() {
        return Optional.of(subject);
    }
}
