package be.zeef.ledger;

import be.zeef.ledger.page.ReadAhead;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.jdbi.v3.core.result.ResultIterator;
import org.jdbi.v3.core.statement.PreparedBatch;

/** The tables {@code ledger_entry}, {@code ledger_head} and {@code ledger_settled}: the chain, its end, and how far it is settled. */
final class Chain {

    /** By place: a ledger is read at hundreds of thousands of entries a second. */
    private static final RowMapper<Entry> ENTRY = (row, context) -> new Entry(
            row.getLong(1), row.getString(2), row.getString(3), row.getString(4), row.getLong(5), row.getString(6));

    private static final int FETCHED = 5000;

    private static final int PAGE = 2000;

    private Chain() {}

    /** The end of the chain. */
    record Head(long id, String hash) {}

    /** An entry and the hash that stands beside it. */
    record Link(Entry entry, String hash) {}

    static Head head(Handle handle) {
        return head(handle, "");
    }

    /** The same of a database that anything may have been done to. */
    static Optional<Head> headIfAny(Handle handle) {
        List<Head> heads = handle.createQuery("select id, hash from ledger_head where only_row = 1")
                .map(ConstructorMapper.of(Head.class))
                .list();
        return heads.size() == 1 ? Optional.of(heads.get(0)) : Optional.empty();
    }

    /** The same, and nobody else appends until this transaction ends. */
    static Head lock(Handle handle) {
        return head(handle, " for update");
    }

    private static Head head(Handle handle, String how) {
        return handle.createQuery("select id, hash from ledger_head where only_row = 1" + how)
                .map(ConstructorMapper.of(Head.class))
                .one();
    }

    /** Under the lock: one more entry, which is the end from now on. */
    static void append(Handle handle, Entry entry, String hash) {
        append(handle, List.of(new Link(entry, hash)));
    }

    /** Likewise several, of which the last is the end. */
    static void append(Handle handle, List<Link> links) {
        PreparedBatch batch = handle.prepareBatch("insert into ledger_entry"
                + " (id, at, kind, agreement, sync_id, body, hash) values (?, ?, ?, ?, ?, ?, ?)");
        for (Link link : links) {
            Entry entry = link.entry();
            batch.add(
                    entry.id(), entry.at(), entry.kind(), entry.agreement(), entry.syncId(), entry.body(), link.hash());
        }
        batch.execute();
        Link last = links.get(links.size() - 1);
        handle.createUpdate("update ledger_head set id = :id, hash = :hash where only_row = 1")
                .bind("id", last.entry().id())
                .bind("hash", last.hash())
                .execute();
    }

    /**
     * The entries of a run from this one on, as a stream that its reader closes.
     *
     * @param kinds their names
     */
    static ResultIterator<Entry> ofRun(Handle handle, long sync, long first, List<String> kinds) {
        return handle.createQuery("select id, at, kind, agreement, sync_id, body from ledger_entry"
                        + " where id >= :first and sync_id = :sync and kind in (<kinds>) order by id")
                .bind("first", first)
                .bind("sync", sync)
                .bindList("kinds", kinds)
                .setFetchSize(FETCHED)
                .map(ENTRY)
                .iterator();
    }

    /** The entries after this one in order, as a stream that its reader closes; within a transaction, so that it is one. */
    static ResultIterator<Entry> after(Handle handle, long id) {
        return handle.createQuery(
                        "select id, at, kind, agreement, sync_id, body from ledger_entry where id > :id order by id")
                .bind("id", id)
                .setFetchSize(FETCHED)
                .map(ENTRY)
                .iterator();
    }

    /**
     * All of it in order, within a transaction that sees one moment; the handle is the reading's until that is closed. By pages: of one statement over
     * all of it, H2 writes the rows to a file first, and reads them from there.
     */
    static ReadAhead<Link> links(Handle handle) {
        return new ReadAhead<>(last -> {
            long after = last.map(link -> link.entry().id()).orElse(Long.MIN_VALUE);
            return after == Long.MAX_VALUE ? List.of() : page(handle, last.isPresent() ? after + 1 : after);
        });
    }

    private static List<Link> page(Handle handle, long from) {
        return handle.createQuery("select id, at, kind, agreement, sync_id, body, hash from ledger_entry"
                        + " where id >= :from order by id limit :most")
                .bind("from", from)
                .bind("most", PAGE)
                .setFetchSize(PAGE)
                .map((row, context) -> new Link(ENTRY.map(row, context), row.getString(7)))
                .list();
    }

    /** The entries of one kind, in order. */
    static ResultIterator<Entry> ofKind(Handle handle, String kind) {
        return handle.createQuery("select id, at, kind, agreement, sync_id, body from ledger_entry"
                        + " where kind = :kind order by id")
                .bind("kind", kind)
                .setFetchSize(FETCHED)
                .map(ENTRY)
                .iterator();
    }

    /** The same of one agreement, all at once. */
    static List<Entry> ofKind(Handle handle, String kind, String agreement) {
        return handle.createQuery("select id, at, kind, agreement, sync_id, body from ledger_entry"
                        + " where kind = :kind and agreement = :agreement order by id")
                .bind("kind", kind)
                .bind("agreement", agreement)
                .map(ENTRY)
                .list();
    }

    /** The entries of some agreements up to this one, in order, of kinds by their names. */
    static ResultIterator<Link> ofAgreements(Handle handle, Set<String> agreements, List<String> kinds, long upTo) {
        return handle.createQuery("select id, at, kind, agreement, sync_id, body, hash from ledger_entry"
                        + " where agreement in (<agreements>) and kind in (<kinds>) and id <= :to order by id")
                .bindList("agreements", agreements)
                .bindList("kinds", kinds)
                .bind("to", upTo)
                .setFetchSize(FETCHED)
                .map((row, context) -> new Link(ENTRY.map(row, context), row.getString(7)))
                .iterator();
    }

    /** What these said goes, and the hash of their leaves takes its place. */
    static void empty(Handle handle, List<RemovedEntry> entries, long by) {
        PreparedBatch batch = handle.prepareBatch("update ledger_entry set at = '', kind = '" + Entry.EMPTIED
                + "', agreement = '', sync_id = :by, body = :leaf where id = :id");
        entries.forEach(entry -> batch.bind("by", by)
                .bind("leaf", entry.leaf().base64())
                .bind("id", entry.id())
                .add());
        batch.execute();
    }

    /** When an entry was written, as it says itself; empty of one that is not there, and nothing of one whose content went. */
    static Optional<String> at(Handle handle, long id) {
        return handle.createQuery("select at from ledger_entry where id = :id")
                .bind("id", id)
                .mapTo(String.class)
                .findOne();
    }

    /** The entry up to which no intent is without an outcome. */
    static long settled(Handle handle) {
        return handle.createQuery("select id from ledger_settled where only_row = 1")
                .mapTo(Long.class)
                .one();
    }

    /** It never goes back. */
    static void settle(Handle handle, long id) {
        handle.createUpdate("update ledger_settled set id = :id where id < :id")
                .bind("id", id)
                .execute();
    }
}
