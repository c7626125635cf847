package be.zeef.ledger;

import be.zeef.ledger.tree.Hash;
import be.zeef.ledger.tree.Hasher;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;

/**
 * One entry of the chain.
 *
 * @param id consecutive from 1
 * @param at instant in UTC, ISO 8601 to the millisecond
 * @param syncId the run it belongs to, 0 for none
 * @param body a JSON object: counts, codes, references and pseudonyms; never an INSZ, never a fact
 */
record Entry(long id, String at, String kind, String agreement, long syncId, String body) {

    /** The kind of one whose content may be kept no longer: its leaf's hash is its body, and its run the entry that says so. */
    static final String EMPTIED = "EMPTIED";

    boolean isEmptied() {
        return kind.equals(EMPTIED);
    }

    /** Whether nothing of its content is left, of one that was emptied. */
    boolean isEmpty() {
        return at.isEmpty() && agreement.isEmpty();
    }

    /** The hash of what it is, or was, as a leaf of the ledger's tree. */
    Hash leafHash(Hasher hasher) {
        return isEmptied() ? Hash.ofBase64(body) : hasher.leaf(leaf());
    }

    /** Its place in the chain: SHA-256 over the hash before and what this entry is. */
    String hash(MessageDigest digest, String before) {
        return hash(digest, before, leaf());
    }

    /** The same of an entry of which this is the leaf. */
    static String hash(MessageDigest digest, String before, byte[] leaf) {
        digest.update(HexFormat.of().parseHex(before));
        return HexFormat.of().formatHex(digest.digest(leaf));
    }

    /** What it is as a leaf of the ledger's tree (docs/adr/0030): its fields in the same order, each with its length before it. */
    byte[] leaf() {
        byte[][] fields = {
            utf8(Long.toString(id)), utf8(at), utf8(kind), utf8(agreement), utf8(Long.toString(syncId)), utf8(body)
        };
        int size = 0;
        for (byte[] field : fields) {
            size += Integer.BYTES + field.length;
        }
        ByteBuffer leaf = ByteBuffer.allocate(size);
        for (byte[] field : fields) {
            leaf.putInt(field.length).put(field);
        }
        return leaf.array();
    }

    private static byte[] utf8(String field) {
        return field.getBytes(StandardCharsets.UTF_8);
    }
}
