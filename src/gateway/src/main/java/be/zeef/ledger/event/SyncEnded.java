package be.zeef.ledger.event;

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
}
