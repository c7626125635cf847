package be.zeef.ledger;

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

    /** SHA-256 over the hash before and this entry's fields, each with its length before it. */
    String hash(MessageDigest digest, String before) {
        digest.update(HexFormat.of().parseHex(before));
        add(digest, Long.toString(id));
        add(digest, at);
        add(digest, kind);
        add(digest, agreement);
        add(digest, Long.toString(syncId));
        add(digest, body);
        return HexFormat.of().formatHex(digest.digest());
    }

    private static void add(MessageDigest digest, String field) {
        byte[] bytes = field.getBytes(StandardCharsets.UTF_8);
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
        digest.update(bytes);
    }
}
