package be.zeef.ledger.event;

/**
 * Written with the signature by which somebody releases a file for the bank, in one transaction.
 *
 * @param delivery the file's name
 * @param digest of the file
 * @param by who releases it, by the name in the trust file
 * @param certificate its fingerprint
 * @param signature its digest
 * @param release 1 for the first person, 2 for the second
 */
public record Released(String delivery, String digest, String by, String certificate, String signature, int release)
        implements Note {

    @Override
    public EntryKind entry() {
        return EntryKind.RELEASED;
    }
}
