package be.zeef.ledger.stamp;

import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;

/** The table {@code checkpoint_stamp}: the token over the note of each checkpoint that was stamped. */
public final class Stamps {

    private static final RowMapper<Row> ROW = (row, context) -> new Row(row.getLong(1), row.getString(2));

    private Stamps() {}

    /**
     * A row of it, not yet looked at.
     *
     * @param token in base64
     */
    public record Row(long size, String token) {

        /** The token; none where the row holds something else. */
        public Optional<byte[]> bytes() {
            try {
                return Optional.of(Base64.getDecoder().decode(token));
            } catch (IllegalArgumentException e) {
                return Optional.empty();
            }
        }
    }

    /** @throws org.jdbi.v3.core.statement.UnableToExecuteStatementException when that checkpoint has one */
    public static void add(Handle handle, long size, byte[] token) {
        handle.createUpdate("insert into checkpoint_stamp (tree_size, token) values (:size, :token)")
                .bind("size", size)
                .bind("token", Base64.getEncoder().encodeToString(token))
                .execute();
    }

    /** All of them, the smallest checkpoint's first. */
    public static List<Row> all(Handle handle) {
        return handle.createQuery("select tree_size, token from checkpoint_stamp order by tree_size")
                .map(ROW)
                .list();
    }

    /** The largest checkpoint that has one. */
    public static Optional<Long> newest(Handle handle) {
        return handle.createQuery("select max(tree_size) from checkpoint_stamp")
                .mapTo(Long.class)
                .findOne();
    }

    /** That of the checkpoint of so many entries. */
    public static Optional<Row> of(Handle handle, long size) {
        return handle.createQuery("select tree_size, token from checkpoint_stamp where tree_size = :size")
                .bind("size", size)
                .map(ROW)
                .findOne();
    }
}
