package be.zeef.ledger.row;

import be.zeef.security.Sha256;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.result.ResultIterator;
import org.jdbi.v3.core.statement.PreparedBatch;

/** The table {@code vouched_row}: what each row was from an entry of the ledger on. Lines are added, and none changes; they go with their entry. */
final class VouchedRows {

    static final int FETCHED = 5000;
    /** Entries in one statement. */
    private static final int MOST_NAMED = 500;

    private static final Comparator<Line> ORDER =
            Comparator.comparing(Line::table).thenComparing(Line::key);

    /** There is no later line of the same row. */
    private static final String LAST = "not exists (select 1 from vouched_row w where w.table_name = v.table_name"
            + " and w.row_key = v.row_key and w.entry > v.entry)";

    private VouchedRows() {}

    /** A row's hash from an entry on. */
    record Line(long entry, String table, String key, String hash) {}

    /** In the order of a digest. */
    static List<Row> sorted(List<Row> rows) {
        return rows.stream()
                .sorted(Comparator.comparing((Row row) -> row.table().table()).thenComparing(Row::key))
                .toList();
    }

    /** Of rows in their order. */
    static String digest(List<Row> rows) {
        return digest(rows.stream().map(row -> new Line(0, row.table().table(), row.key(), row.hash())));
    }

    /** Of the lines of one entry. */
    static String digestOf(List<Line> lines) {
        return digest(lines.stream().sorted(ORDER));
    }

    private static String digest(Stream<Line> lines) {
        MessageDigest digest = Sha256.digest();
        lines.forEach(line -> Stream.of(line.table, line.key, line.hash)
                .forEach(field -> Row.add(digest, field.getBytes(StandardCharsets.UTF_8))));
        return HexFormat.of().formatHex(digest.digest());
    }

    static void add(Handle handle, long entry, List<Row> rows) {
        try (PreparedBatch batch = handle.prepareBatch("insert into vouched_row (table_name, row_key, entry, hash)"
                + " values (:table, :key, :entry, :hash)")) {
            rows.forEach(row -> batch.bind("table", row.table().table())
                    .bind("key", row.key())
                    .bind("entry", entry)
                    .bind("hash", row.hash())
                    .add());
            batch.execute();
        }
    }

    static boolean isEmpty(Handle handle) {
        return handle.createQuery("select 1 from vouched_row fetch first 1 row only")
                .mapTo(Integer.class)
                .findOne()
                .isEmpty();
    }

    /** All, entry by entry, as a stream that its reader closes. */
    static ResultIterator<Line> all(Handle handle) {
        return handle.createQuery("select v.entry, v.table_name, v.row_key, v.hash from vouched_row v order by v.entry")
                .setFetchSize(FETCHED)
                .map((row, context) -> line(row))
                .iterator();
    }

    /** The entries since which a row is as it then was, in their order. */
    static SortedSet<Long> entriesOf(Handle handle, VouchedTable table, String key) {
        return handle.createQuery("select v.entry from vouched_row v where v.table_name = :table and v.row_key = :key")
                .bind("table", table.table())
                .bind("key", key)
                .mapTo(Long.class)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** How many rows of a table should be there. */
    static long standing(Handle handle, VouchedTable table) {
        return handle.createQuery(
                        "select count(*) from vouched_row v where v.table_name = :table and v.hash <> '' and " + LAST)
                .bind("table", table.table())
                .mapTo(Long.class)
                .one();
    }

    /** Their keys, likewise. */
    static ResultIterator<String> keysStanding(Handle handle, VouchedTable table) {
        return handle.createQuery(
                        "select v.row_key from vouched_row v where v.table_name = :table and v.hash <> '' and " + LAST)
                .bind("table", table.table())
                .setFetchSize(FETCHED)
                .mapTo(String.class)
                .iterator();
    }

    /** The entries up to this one that say what a row is which stands. */
    static Set<Long> lastOfStanding(Handle handle, long upTo) {
        return handle.createQuery(
                        "select distinct v.entry from vouched_row v where v.entry <= :to and v.hash <> '' and " + LAST)
                .bind("to", upTo)
                .mapTo(Long.class)
                .set();
    }

    /** The entries up to this one that say last of a row that it was taken away which stands under one of these. */
    static Set<Long> goneAfter(Handle handle, Set<Long> entries, long upTo) {
        Set<Long> gone = new HashSet<>();
        List<Long> all = List.copyOf(entries);
        for (int from = 0; from < all.size(); from += MOST_NAMED) {
            gone.addAll(handle.createQuery("select distinct v.entry from vouched_row v join vouched_row e"
                            + " on e.table_name = v.table_name and e.row_key = v.row_key and e.entry < v.entry"
                            + " where e.entry in (<entries>) and v.entry <= :to and v.hash = '' and " + LAST)
                    .bindList("entries", all.subList(from, Math.min(from + MOST_NAMED, all.size())))
                    .bind("to", upTo)
                    .mapTo(Long.class)
                    .list());
        }
        return gone;
    }

    /** The first entry that tells of a row of this table which stands; empty where none does. */
    static Optional<Long> firstOfStanding(Handle handle, VouchedTable table) {
        return handle.createQuery("select min(v.entry) from vouched_row v where v.table_name = :table and not exists"
                        + " (select 1 from vouched_row w where w.table_name = v.table_name and w.row_key = v.row_key"
                        + " and w.hash = '')")
                .bind("table", table.table())
                .mapTo(Long.class)
                .findOne();
    }

    /** Those of these entries. */
    static void remove(Handle handle, List<Long> entries) {
        for (int from = 0; from < entries.size(); from += MOST_NAMED) {
            handle.createUpdate("delete from vouched_row where entry in (<entries>)")
                    .bindList("entries", entries.subList(from, Math.min(from + MOST_NAMED, entries.size())))
                    .execute();
        }
    }

    /** What a row of the table {@code t} was last, in SQL; null where no line is of it. */
    static String lastHash(VouchedTable table) {
        String same = "table_name = '" + table.table() + "' and %1$s.row_key = " + table.keyIn("t");
        // one line is the last; of two that somebody put in their entry tells
        return "(select max(v.hash) from vouched_row v where v." + same.formatted("v")
                + " and v.entry = (select max(w.entry) from vouched_row w where w." + same.formatted("w") + "))";
    }

    private static Line line(ResultSet row) throws SQLException {
        return new Line(row.getLong(1), row.getString(2), row.getString(3), row.getString(4));
    }
}
