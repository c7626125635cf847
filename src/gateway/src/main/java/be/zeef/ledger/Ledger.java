package be.zeef.ledger;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Appends to the ledger. An entry written through a {@link Handle} is committed or rolled back with the transaction it
 * stands in; the chain's end is locked until then, so entries of two nodes never fork it. Thread-safe.
 */
public final class Ledger {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    private final Jdbi jdbi;
    private final Clock clock;

    public Ledger(Jdbi jdbi, Clock clock) {
        this.jdbi = jdbi;
        this.clock = clock;
    }

    /** Works in one transaction, for entries that belong to what is stored with them. */
    void inTransaction(Consumer<Handle> work) {
        jdbi.useTransaction(work::accept);
    }

    /** Appends in a transaction of its own: when this returns, the entry will be found again after a crash. */
    public long append(EntryKind kind, String agreement, long syncId, Map<String, ?> body) {
        return jdbi.inTransaction(handle -> append(handle, kind, agreement, syncId, body));
    }

    /**
     * Appends within this transaction; returns the entry's id.
     *
     * @throws IllegalArgumentException when a person's number may stand in what people wrote ({@link Written})
     */
    public long append(Handle handle, EntryKind kind, String agreement, long syncId, Map<String, ?> body) {
        Written.require(body);
        Head head = handle.createQuery("select id, hash from ledger_head where only_row = 1 for update")
                .map((row, context) -> new Head(row.getLong("id"), row.getString("hash")))
                .one();
        String at = clock.instant().truncatedTo(ChronoUnit.MILLIS).toString();
        Entry entry = new Entry(head.id + 1, at, kind.name(), agreement, syncId, json(body));
        String hash = entry.hash(sha256(), head.hash);
        handle.createUpdate("insert into ledger_entry (id, at, kind, agreement, sync_id, body, hash)"
                        + " values (:id, :at, :kind, :agreement, :sync, :body, :hash)")
                .bind("id", entry.id())
                .bind("at", entry.at())
                .bind("kind", entry.kind())
                .bind("agreement", entry.agreement())
                .bind("sync", entry.syncId())
                .bind("body", entry.body())
                .bind("hash", hash)
                .execute();
        handle.createUpdate("update ledger_head set id = :id, hash = :hash where only_row = 1")
                .bind("id", entry.id())
                .bind("hash", hash)
                .execute();
        return entry.id();
    }

    private record Head(long id, String hash) {}

    private static String json(Map<String, ?> body) {
        try {
            return JSON.writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("a ledger body must be plain data", e);
        }
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
