package be.zeef.ledger.tree;

import be.zeef.security.Sha256;
import java.security.MessageDigest;

/** Hashes leaves and nodes so that neither can be taken for the other (RFC 6962 §2.1). Not thread-safe. */
public final class Hasher {

    private static final byte LEAF = 0;
    private static final byte NODE = 1;

    private final MessageDigest digest = Sha256.digest();

    /** Of these bytes as a leaf: SHA-256(0x00 || bytes). */
    public Hash leaf(byte[] bytes) {
        digest.update(LEAF);
        return Hash.of(digest.digest(bytes));
    }

    /** Of what stands over these two: SHA-256(0x01 || left || right). */
    public Hash node(Hash left, Hash right) {
        digest.update(NODE);
        digest.update(left.bytes());
        return Hash.of(digest.digest(right.bytes()));
    }

    /** The root of a tree without leaves: the SHA-256 of nothing. */
    public Hash empty() {
        return Hash.of(digest.digest());
    }
}
