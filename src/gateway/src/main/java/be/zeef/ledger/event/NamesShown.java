package be.zeef.ledger.event;

/**
 * Written before somebody sees the names and accounts of payments.
 *
 * @param delivery the file's name, or in its place what is paid in another way
 * @param by who sees them, by the name in the trust file
 * @param certificate its fingerprint
 * @param payments how many
 */
public record NamesShown(String delivery, String by, String certificate, int payments) implements Note {

    @Override
    public EntryKind entry() {
        return EntryKind.NAMES_SHOWN;
    }

    /**
     * Written before entries of the ledger are given to somebody.
     *
     * @param agreement of which they are; empty for all
     * @param from the first day of which they are; empty from the beginning
     * @param to the last; empty to the end
     * @param clerk who gives them
     * @param reason why, in the clerk's words
     */
    public record OfEntries(String agreement, String from, String to, String clerk, String reason) implements Note {

        @Override
        public EntryKind entry() {
            return EntryKind.ENTRIES_SHOWN;
        }
    }

    /**
     * Written before somebody is shown all that was done about a person, under each agreement that people are known under.
     *
     * @param subject pseudonym of the person; empty where nobody is known under any agreement
     * @param clerk who asked for it
     * @param reason why, in the clerk's words
     */
    public record OfPerson(String subject, String clerk, String reason) implements Note {

        @Override
        public EntryKind entry() {
            return EntryKind.ENTRIES_SHOWN;
        }
    }
}
