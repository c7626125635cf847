package be.zeef.ledger.event;

import java.util.List;

/**
 * Written when a run is over, in the transaction that closes it.
 *
 * @param state the last one it reached, such as {@code DONE}
 */
public record SyncEnded(String state) implements Note {

    @Override
    public EntryKind entry() {
        return EntryKind.SYNC_ENDED;
    }

    /**
     * Written when people end a run that is not gone on with, in the transaction that ends it.
     *
     * @param state how far it had come, such as {@code ASKING}
     * @param files question files that it had handed over, or may have
     * @param deliveries deliveries, likewise; their grants stay in them
     * @param withdrawn those that it had packed and never handed over; their grants stand in no delivery again
     * @param clerk who ended it; where two signed, both, with a stroke between them
     * @param reason in their words
     */
    public record Abandoned(
            String state,
            List<String> files,
            List<String> deliveries,
            List<String> withdrawn,
            String clerk,
            String reason)
            implements Note {

        public Abandoned {
            files = List.copyOf(files);
            deliveries = List.copyOf(deliveries);
            withdrawn = List.copyOf(withdrawn);
        }

        @Override
        public EntryKind entry() {
            return EntryKind.RUN_ABANDONED;
        }
    }

    /**
     * Written with the signature by which one of two people abandons a run of which something was handed over, in one transaction.
     *
     * @param digest of how the run stood
     * @param reason in the signer's words
     * @param by who signed, by the name in the trust file
     * @param certificate its fingerprint
     * @param signature its digest
     * @param abandoning 1 for the first person, 2 for the second, by which it is done
     */
    public record AbandonSigned(
            String digest, String reason, String by, String certificate, String signature, int abandoning)
            implements Note {

        @Override
        public EntryKind entry() {
            return EntryKind.RUN_ABANDONED;
        }
    }
}
