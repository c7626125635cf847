package be.zeef.payment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The table of what children get: each child once ever. */
public final class Premiums {

    private Premiums() {}

    public record Row(String child, String allowance, long cents, int shares) {}

    public static Optional<Row> ofChild(Handle handle, String agreement, String child) {
        return handle.select("select * from premium where agreement = ? and child = ?", agreement, child)
                .map((row, context) -> row(row))
                .findOne();
    }

    public static Optional<Row> ofAllowance(Handle handle, String agreement, String allowance) {
        return handle.select("select * from premium where agreement = ? and allowance = ?", agreement, allowance)
                .map((row, context) -> row(row))
                .findOne();
    }

    /** The primary key is the last guard: a child that has one gets no second. */
    public static void insert(Handle handle, String agreement, Row row) {
        handle.execute(
                "insert into premium (agreement, child, allowance, cents, shares) values (?, ?, ?, ?, ?)",
                agreement,
                row.child,
                row.allowance,
                row.cents,
                row.shares);
    }

    public static void delete(Handle handle, String agreement, String child) {
        handle.execute("delete from premium where agreement = ? and child = ?", agreement, child);
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(row.getString("child"), row.getString("allowance"), row.getLong("cents"), row.getInt("shares"));
    }
}
