package be.zeef.ledger.seal;

import be.zeef.ledger.tree.CompactRange;
import be.zeef.ledger.tree.Hash;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;

/** The table {@code checkpoint}: every checkpoint that was signed, and where its tree is gone on with. */
public final class Checkpoints {

    private static final RowMapper<Row> ROW =
            (row, context) -> new Row(row.getLong(1), row.getString(2), row.getString(3));

    private static final String UNIQUE = "23505";
    private static final int HEX = 2 * Hash.BYTES;

    private Checkpoints() {}

    /** A row of it, not yet looked at. */
    public record Row(long size, String note, String peaks) {

        /** @throws ForeignNoteException when this is not, to the last sign, what was written under this key */
        public Sealed open(NoteKey key) throws ForeignNoteException {
            Note read = key.read(note);
            try {
                Sealed sealed = new Sealed(read, new CompactRange(size, hashes()));
                if (read.size() == size
                        && sealed.tree().root().equals(read.checkpoint().root())
                        && sealed.peaks().equals(peaks)) {
                    return sealed;
                }
                throw new IllegalArgumentException("these are not the full subtrees of its tree");
            } catch (IllegalArgumentException e) {
                throw new ForeignNoteException(e);
            }
        }

        private List<Hash> hashes() {
            List<Hash> all = new ArrayList<>();
            for (int i = 0; i < peaks.length(); i += HEX) {
                all.add(Hash.of(HexFormat.of().parseHex(peaks, i, Math.min(i + HEX, peaks.length()))));
            }
            return all;
        }
    }

    /** A checkpoint and its tree, from which the next one is made. */
    public record Sealed(Note note, CompactRange tree) {

        private String peaks() {
            return tree.peaks().stream().map(Hash::toString).collect(Collectors.joining());
        }
    }

    /** @throws UnableToExecuteStatementException when there is one of this size: {@link #isThere} */
    public static void add(Handle handle, Sealed sealed) {
        handle.createUpdate("insert into checkpoint (tree_size, note, peaks) values (:size, :note, :peaks)")
                .bind("size", sealed.note().size())
                .bind("note", sealed.note().text())
                .bind("peaks", sealed.peaks())
                .execute();
    }

    /** Whether it failed since there is one of this size (SQLSTATE 23505). */
    public static boolean isThere(UnableToExecuteStatementException failure) {
        return failure.getCause() instanceof SQLException refused && UNIQUE.equals(refused.getSQLState());
    }

    /** That of most entries. */
    public static Optional<Row> newest(Handle handle) {
        return handle.createQuery(
                        "select tree_size, note, peaks from checkpoint order by tree_size desc fetch first 1 row only")
                .map(ROW)
                .findOne();
    }

    /** All of them, the smallest first, also those of a size that no tree has. */
    public static List<Row> all(Handle handle) {
        return after(handle, Long.MIN_VALUE);
    }

    /** Those of more entries than this, the smallest first. */
    public static List<Row> after(Handle handle, long size) {
        return handle.createQuery(
                        "select tree_size, note, peaks from checkpoint where tree_size > :size order by tree_size")
                .bind("size", size)
                .map(ROW)
                .list();
    }

    /** That of so many entries. */
    public static Optional<Row> of(Handle handle, long size) {
        return handle.createQuery("select tree_size, note, peaks from checkpoint where tree_size = :size")
                .bind("size", size)
                .map(ROW)
                .findOne();
    }
}
