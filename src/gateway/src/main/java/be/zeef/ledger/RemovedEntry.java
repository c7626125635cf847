package be.zeef.ledger;

import be.zeef.ledger.tree.Hash;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;

/**
 * An entry whose content went, since it might not be kept any more.
 *
 * @param leaf of what it was
 * @param hash what stands beside it: the chain goes on from there
 */
record RemovedEntry(long id, Hash leaf, String hash) {

    /** Of several in the order of their numbers, as the entry says that removed them: SHA-256, in hexadecimal. */
    static String digest(List<RemovedEntry> removed) {
        MessageDigest digest = Ledger.sha256();
        removed.forEach(entry -> entry.add(digest));
        return HexFormat.of().formatHex(digest.digest());
    }

    /** Its number, its leaf and its hash. */
    void add(MessageDigest digest) {
        digest.update(ByteBuffer.allocate(Long.BYTES).putLong(id).array());
        digest.update(leaf.bytes());
        digest.update(HexFormat.of().parseHex(hash));
    }
}
