package be.zeef.ledger;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.result.ResultIterator;

/**
 * One entry of the chain.
 *
 * @param id consecutive from 1
 * @param at instant in UTC, ISO 8601 to the millisecond
 * @param syncId the run it belongs to, 0 for none
 * @param body a JSON object: counts, codes, references and pseudonyms; never an INSZ, never a fact
 */
record Entry(long id, String at, String kind, String agreement, long syncId, String body) {

    /** The entries after this one in order, as a stream that its reader closes; within a transaction, so that it is one. */
    static ResultIterator<Entry> after(Handle handle, long id) {
        return handle.createQuery(
                        "select id, at, kind, agreement, sync_id, body from ledger_entry where id > :id order by id")
                .bind("id", id)
                .setFetchSize(5000)
                .map((row, context) -> new Entry(
                        row.getLong(1),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        row.getLong(5),
                        row.getString(6)))
                .iterator();
    }

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
