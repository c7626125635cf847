package be.zeef.ledger.stamp;

import java.io.IOException;

/** An authority that says when it saw something. Thread-safe. */
@FunctionalInterface
public interface Stamper {

    /**
     * The token over this content (RFC 3161), already held against what is trusted.
     *
     * @throws StampException saying what to tell
     * @throws IOException when the authority is not reached, or does not answer in time
     */
    byte[] stamp(byte[] content) throws StampException, IOException;
}
