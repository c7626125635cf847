package be.zeef.ledger;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/**
 * One entry of the chain.
 *
 * @param id consecutive from 1
 * @param at instant in UTC, ISO 8601 to the millisecond
 * @param syncId the run it belongs to, 0 for none
 * @param body a JSON object: counts, codes, references and pseudonyms; never an INSZ, never a fact
 */
record Entry(long id, String at, String kind, String agreement, long syncId, String body) {

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
        List<byte[]> fields = Stream.of(Long.toString(id), at, kind, agreement, Long.toString(syncId), body)
                .map(field -> field.getBytes(StandardCharsets.UTF_8))
                .toList();
        ByteBuffer leaf = ByteBuffer.allocate(
                fields.stream().mapToInt(field -> Integer.BYTES + field.length).sum());
        fields.forEach(field -> leaf.putInt(field.length).put(field));
        return leaf.array();
    }
}
