package be.zeef.ledger.event;

import java.time.LocalDate;

/**
 * Written when somebody decides that grants which ended before they were delivered are not delivered any more, in the
 * transaction that closes them.
 *
 * @param until their last day
 * @param grants how many
 * @param clerk who decided it
 * @param reason in the clerk's words
 */
public record GrantsClosed(LocalDate until, long grants, String clerk, String reason) implements Note {

    @Override
    public EntryKind entry() {
        return EntryKind.GRANTS_CLOSED;
    }

    /**
     * Written when a population says that people have died whose grants were not delivered yet, in the transaction that closes
     * those.
     *
     * @param grants how many are not delivered any more
     */
    public record OfDeceased(long grants) implements Note {

        @Override
        public EntryKind entry() {
            return EntryKind.GRANTS_CLOSED;
        }
    }

    /**
     * Written when a clerk withdraws a claim of which nothing was paid, in the transaction that frees its amount.
     *
     * @param subject pseudonym of whom it was for
     * @param year that it was for
     * @param cents that are free again
     * @param reference of the claim
     * @param clerk who withdraws it
     * @param reason in the clerk's words
     */
    public record OfClaim(String subject, int year, long cents, String reference, String clerk, String reason)
            implements Note {

        @Override
        public EntryKind entry() {
            return EntryKind.GRANTS_CLOSED;
        }
    }
}
