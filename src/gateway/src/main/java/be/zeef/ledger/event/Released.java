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

    /**
     * Written with the signature by which somebody closes what is open of payments, in one transaction.
     *
     * @param what a transfer's id, a file's name, or in its place what is paid in another way
     * @param digest of which transfers they are and how they stood
     * @param payments how many
     * @param decision how they are closed, such as {@code given-up}
     * @param reason in the signer's words
     * @param by who closes them, by the name in the trust file
     * @param certificate its fingerprint
     * @param signature its digest
     * @param closing 1 for the first person, 2 for the second, by which it is done
     */
    public record Closing(
            String what,
            String digest,
            int payments,
            String decision,
            String reason,
            String by,
            String certificate,
            String signature,
            int closing)
            implements Note {

        @Override
        public EntryKind entry() {
            return EntryKind.PAYMENTS_CLOSED;
        }
    }

    /**
     * Written with the signature by which a data-protection officer suspends, resumes or revokes a version of an agreement, in one
     * transaction.
     *
     * @param act {@code suspend}, {@code resume} or {@code revoke}
     * @param version that it is about
     * @param before how many such acts of this agreement there were before
     * @param reason in the officer's words
     * @param by who did it, by the name in the trust file
     * @param certificate its fingerprint
     * @param signature its digest
     */
    public record OfAgreement(
            String act, String version, int before, String reason, String by, String certificate, String signature)
            implements Note {

        @Override
        public EntryKind entry() {
            return EntryKind.AGREEMENT_ACT;
        }
    }
}
