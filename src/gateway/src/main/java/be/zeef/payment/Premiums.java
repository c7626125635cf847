package be.zeef.payment;

import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/** The table {@code premium}: what children get: each child once ever. */
public final class Premiums {

    private Premiums() {}

    public record Row(String child, String allowance, long cents, int shares) {}

    public static Optional<Row> ofChild(Handle handle, String agreement, String child) {
        return handle.select("select * from premium where agreement = ? and child = ?", agreement, child)
                .map(ConstructorMapper.of(Row.class))
                .findOne();
    }

    public static Optional<Row> ofAllowance(Handle handle, String agreement, String allowance) {
        return handle.select("select * from premium where agreement = ? and allowance = ?", agreement, allowance)
                .map(ConstructorMapper.of(Row.class))
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
}
