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
}
