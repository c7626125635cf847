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
}
