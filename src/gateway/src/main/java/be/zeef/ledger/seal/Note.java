package be.zeef.ledger.seal;

/**
 * A checkpoint whose signature was verified.
 *
 * @param text the signed note: the checkpoint, an empty line, and the line of its signature
 */
public record Note(Checkpoint checkpoint, String text) {

    /** How many entries it seals. */
    public long size() {
        return checkpoint.size();
    }
}
