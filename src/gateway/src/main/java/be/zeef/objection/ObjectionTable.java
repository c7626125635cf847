package be.zeef.objection;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** The table {@code objection}: those that stand. It is written within a transaction, for the ledger vouches for its rows. */
final class ObjectionTable {

    private ObjectionTable() {}

    /**
     * A row.
     *
     * @param vault the sealed number
     * @param entry the ledger's that entered it
     */
    record Row(Objection objection, byte[] vault, long entry) {

        @Override
        public String toString() {
            return "Objection";
        }
    }

    /** Tells one state of the table from every other: what is entered later has a later entry. */
    record Stamp(long rows, long entry) {

        boolean isEmpty() {
            return rows == 0;
        }
    }

    static Stamp stamp(Handle handle) {
        return handle.createQuery("select count(*), coalesce(max(entry), 0) from objection")
                .map((row, context) -> new Stamp(row.getLong(1), row.getLong(2)))
                .one();
    }

    static void insert(Handle handle, Row row) {
        Objection objection = row.objection;
        handle.execute(
                "insert into objection (agreement, subject, kind, vault, clerk, reason, entered, entry)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?)",
                objection.scope(),
                objection.subject(),
                objection.kind().name(),
                row.vault,
                objection.clerk(),
                objection.reason(),
                objection.entered().toString(),
                row.entry);
    }

    static void delete(Handle handle, Objection objection) {
        handle.execute(
                "delete from objection where agreement = ? and subject = ? and kind = ?",
                objection.scope(),
                objection.subject(),
                objection.kind().name());
    }

    /** Those that were entered for this scope, in their order. */
    static List<Row> of(Handle handle, String scope) {
        return handle.createQuery("select * from objection where agreement = :scope order by entry, subject, kind")
                .bind("scope", scope)
                .map((row, context) -> row(row))
                .list();
    }

    /** All, in the order in which they were entered. */
    static List<Row> all(Handle handle) {
        return handle.createQuery("select * from objection order by entry, agreement, subject, kind")
                .map((row, context) -> row(row))
                .list();
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(
                new Objection(
                        row.getString("agreement"),
                        row.getString("subject"),
                        ObjectionKind.valueOf(row.getString("kind")),
                        row.getString("clerk"),
                        row.getString("reason"),
                        Instant.parse(row.getString("entered"))),
                row.getBytes("vault"),
                row.getLong("entry"));
    }
}
