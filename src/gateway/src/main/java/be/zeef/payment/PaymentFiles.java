package be.zeef.payment;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.mapper.reflect.ColumnName;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/** The table {@code payment_file}: files for the bank. */
public final class PaymentFiles {

    private static final RowMapper<Row> ROW = ConstructorMapper.of(Row.class);

    private PaymentFiles() {}

    /** How far a file has come. */
    public enum State {
        /** Composed; nobody released it. */
        COMPOSED,
        /** One person released it. */
        RELEASED_ONCE,
        /** Two people did: it is being handed over, and may have been. It is handed over only if their signatures hold then. */
        RELEASED,
        /** It was handed over. */
        HANDED,
        /** The bank's last word on every transfer in it is known. */
        SETTLED,
        /** It will never be handed over; its transfers go with another. */
        WITHDRAWN;

        /** Whether somebody outside may have it. */
        public boolean hasLeft() {
            return this == RELEASED || this == HANDED || this == SETTLED;
        }

        public boolean isToRelease() {
            return this == COMPOSED || this == RELEASED_ONCE;
        }
    }

    public record Row(
            String name,
            @ColumnName("for_month") YearMonth month,
            String format,
            LocalDate execution,
            int payments,
            long cents,
            String digest,
            byte[] vault,
            State state) {

        public Row {
            // its content is gone once nothing of it is needed
            vault = vault == null ? new byte[0] : vault;
        }

        @Override
        public String toString() {
            return name;
        }
    }

    public static Optional<Row> find(Handle handle, String agreement, String name) {
        return handle.select("select * from payment_file where agreement = ? and name = ?", agreement, name)
                .map(ROW)
                .findOne();
    }

    /** The same, and nobody else changes it until this transaction ends. */
    public static Optional<Row> lock(Handle handle, String agreement, String name) {
        return handle.select("select * from payment_file where agreement = ? and name = ? for update", agreement, name)
                .map(ROW)
                .findOne();
    }

    /** All, the newest first. */
    public static List<Row> all(Handle handle, String agreement) {
        return handle.select(
                        "select * from payment_file where agreement = ? order by for_month desc, sequence desc",
                        agreement)
                .map(ROW)
                .list();
    }

    /** Whether this file is one that another agreement pays with. */
    public static boolean isAnothers(Handle handle, String agreement, String name) {
        return handle.select("select count(*) from payment_file where name = ? and agreement <> ?", name, agreement)
                        .mapTo(Integer.class)
                        .one()
                > 0;
    }

    /** A file, and the agreement it pays under. */
    public record Of(String agreement, Row file) {}

    /** All files of all agreements, in no order. */
    public static List<Of> everyones(Handle handle) {
        return handle.select("select * from payment_file")
                .map((row, context) -> new Of(row.getString("agreement"), ROW.map(row, context)))
                .list();
    }

    public static int nextSequence(Handle handle, String agreement, YearMonth month) {
        return handle.select(
                        "select coalesce(max(sequence), 0) + 1 from payment_file where agreement = ? and for_month = ?",
                        agreement,
                        month.toString())
                .mapTo(Integer.class)
                .one();
    }

    public static void insert(Handle handle, String agreement, int sequence, Row row, String now) {
        handle.execute(
                "insert into payment_file (name, agreement, for_month, sequence, format, execution, payments, cents, digest,"
                        + " vault, state, composed) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'COMPOSED', ?)",
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

    public static void standsAs(Handle handle, Row row, State state) {
        handle.execute("update payment_file set state = ? where name = ?", state.name(), row.name);
    }

    /** @param now when, in ISO 8601 */
    public static void handed(Handle handle, Row row, String now) {
        handle.execute(
                "update payment_file set state = 'HANDED', handed = ? where name = ? and state = 'RELEASED'",
                now,
                row.name);
    }

    /** Whether it is known to be with the bank. */
    static boolean isHanded(Handle handle, String name) {
        return handle.select("select count(*) from payment_file where name = ? and handed is not null", name)
                        .mapTo(Integer.class)
                        .one()
                > 0;
    }

    /** When it was handed over; when it was composed, of one that is not known to be. */
    public static Instant left(Handle handle, String name) {
        return handle.select("select coalesce(handed, composed) from payment_file where name = ?", name)
                .mapTo(String.class)
                .map(Instant::parse)
                .one();
    }

    /** Nothing of it is needed any more, so its content goes. */
    public static void end(Handle handle, Row row, State state) {
        handle.execute("update payment_file set state = ?, vault = null where name = ?", state.name(), row.name);
    }
}
