package be.zeef.payment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The table of files for the bank. */
final class PaymentFiles {

    private PaymentFiles() {}

    /** How far a file has come. */
    enum State {
        /** Composed; nobody released it. */
        COMPOSED,
        /** One person released it. */
        RELEASED_ONCE,
        /** Two people did: it is being handed over, and may have been. */
        RELEASED,
        /** It was handed over. */
        HANDED,
        /** The bank's last word on every transfer in it is known. */
        SETTLED,
        /** It will never be handed over; its transfers go with another. */
        WITHDRAWN;

        /** Whether somebody outside may have it. */
        boolean hasLeft() {
            return this == RELEASED || this == HANDED || this == SETTLED;
        }

        boolean isToRelease() {
            return this == COMPOSED || this == RELEASED_ONCE;
        }
    }

    record Row(
            String name,
            YearMonth month,
            String format,
            LocalDate execution,
            int payments,
            long cents,
            String digest,
            byte[] vault,
            State state,
            String firstBy,
            String firstDigest,
            String secondBy) {

        @Override
        public String toString() {
            return name;
        }
    }

    static Optional<Row> find(Handle handle, String agreement, String name) {
        return handle.select("select * from payment_file where agreement = ? and name = ?", agreement, name)
                .map((row, context) -> row(row))
                .findOne();
    }

    /** The same, and nobody else changes it until this transaction ends. */
    static Optional<Row> lock(Handle handle, String agreement, String name) {
        return handle.select("select * from payment_file where agreement = ? and name = ? for update", agreement, name)
                .map((row, context) -> row(row))
                .findOne();
    }

    /** All, the newest first. */
    static List<Row> all(Handle handle, String agreement) {
        return handle.select(
                        "select * from payment_file where agreement = ? order by for_month desc, sequence desc",
                        agreement)
                .map((row, context) -> row(row))
                .list();
    }

    static int nextSequence(Handle handle, String agreement, YearMonth month) {
        return handle.select(
                        "select coalesce(max(sequence), 0) + 1 from payment_file where agreement = ? and for_month = ?",
                        agreement,
                        month.toString())
                .mapTo(Integer.class)
                .one();
    }

    static void insert(Handle handle, String agreement, int sequence, Row row, String now) {
        handle.execute(
                "insert into payment_file (name, agreement, for_month, sequence, format, execution, payments, cents, digest,"
                        + " vault, state, composed, first_by, first_digest, second_by)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'COMPOSED', ?, '', '', '')",
                row.name,
                agreement,
                row.month.toString(),
                sequence,
                row.format,
                row.execution,
                row.payments,
                row.cents,
                row.digest,
                row.vault,
                now);
    }

    static void releasedOnce(Handle handle, Row row, String by, String digest) {
        handle.execute(
                "update payment_file set state = 'RELEASED_ONCE', first_by = ?, first_digest = ? where name = ?",
                by,
                digest,
                row.name);
    }

    /** A first release that does not count any more. */
    static void notReleased(Handle handle, Row row) {
        handle.execute(
                "update payment_file set state = 'COMPOSED', first_by = '', first_digest = '' where name = ?",
                row.name);
    }

    static void released(Handle handle, Row row, String by) {
        handle.execute("update payment_file set state = 'RELEASED', second_by = ? where name = ?", by, row.name);
    }

    static void handed(Handle handle, Row row) {
        handle.execute("update payment_file set state = 'HANDED' where name = ? and state = 'RELEASED'", row.name);
    }

    /** Nothing of it is needed any more, so its content goes. */
    static void end(Handle handle, Row row, State state) {
        handle.execute("update payment_file set state = ?, vault = null where name = ?", state.name(), row.name);
    }

    private static Row row(ResultSet row) throws SQLException {
        byte[] vault = row.getBytes("vault");
        return new Row(
                row.getString("name"),
                YearMonth.parse(row.getString("for_month")),
                row.getString("format"),
                row.getObject("execution", LocalDate.class),
                row.getInt("payments"),
                row.getLong("cents"),
                row.getString("digest"),
                vault == null ? new byte[0] : vault,
                State.valueOf(row.getString("state")),
                row.getString("first_by"),
                row.getString("first_digest"),
                row.getString("second_by"));
    }
}
