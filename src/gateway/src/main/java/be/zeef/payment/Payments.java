package be.zeef.payment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * The table {@code payment}: transfers, read beside the state of the file they are in. {@code stands_for} is the guard against paying twice: it names the child's share while this transfer may
 * still move money or has, is unique, and is emptied only when it is certain that this transfer never will.
 */
public final class Payments {

    private static final String SELECT =
            "select p.*, f.state as file_state from payment p left join payment_file f on f.name = p.file where ";

    private static final int LONGEST_REASON = 40;

    private Payments() {}

    /** Where a transfer stands. */
    public enum State {
        /** To be put into the next file. */
        OPEN,
        /** In a file; whether it has left is told by the file's state. */
        IN_FILE,
        /** There is no account: finance pays it in another way. */
        OTHER_MEANS,
        /** The bank said its last word: the money went. */
        ACCEPTED,
        /** The bank said that it does not go, and left no doubt; or two people said so. */
        REJECTED,
        /** The bank's word leaves doubt, or contradicts itself: it may have been paid, and a person decides. */
        DOUBTFUL,
        /** Two people said that it was paid by other means. */
        PAID,
        /** Two people gave it up. */
        GIVEN_UP,
        /** Corrected or cancelled before it left. */
        REMOVED
    }

    public record Row(
            String id,
            String child,
            int share,
            int attempt,
            long cents,
            String payee,
            String account,
            byte[] vault,
            State state,
            Optional<String> file,
            boolean left) {

        /** Whether money may have moved, somebody was told to move it, or people decided that none is to. */
        public boolean isPaid() {
            return switch (state) {
                case ACCEPTED, OTHER_MEANS, DOUBTFUL, PAID, GIVEN_UP -> true;
                case IN_FILE -> left;
                case OPEN, REJECTED, REMOVED -> false;
            };
        }

        /** Whether it can still be stopped. */
        public boolean isStoppable() {
            return state == State.OPEN || (state == State.IN_FILE && !left);
        }

        @Override
        public String toString() {
            return "Payment";
        }
    }

    public static List<Row> ofChild(Handle handle, String agreement, String child) {
        return list(handle, SELECT + "p.agreement = ? and p.child = ? order by p.share, p.attempt", agreement, child);
    }

    public static List<Row> ofFile(Handle handle, String agreement, String file) {
        return list(handle, SELECT + "p.agreement = ? and p.file = ? order by p.id", agreement, file);
    }

    /** Nobody else changes a transfer of this id, or any of a file of this name, until this transaction ends. */
    public static void lock(Handle handle, String agreement, String idOrFile) {
        handle.select(
                        "select id from payment where agreement = ? and (id = ? or file = ? or state = 'OTHER_MEANS') order by id for update",
                        agreement,
                        idOrFile,
                        idOrFile)
                .mapTo(String.class)
                .list();
    }

    public static Optional<Row> find(Handle handle, String agreement, String id) {
        return list(handle, SELECT + "p.agreement = ? and p.id = ?", agreement, id).stream()
                .findFirst();
    }

    /** Under which agreement a transfer of this id is. */
    public static Optional<String> agreementOf(Handle handle, String id) {
        return handle.select("select agreement from payment where id = ?", id)
                .mapTo(String.class)
                .findOne();
    }

    /** The other transfers of the same share of the same child. */
    public static List<Row> besides(Handle handle, String agreement, Row row) {
        return ofChild(handle, agreement, row.child).stream()
                .filter(other -> other.share == row.share && !other.id.equals(row.id))
                .toList();
    }

    public static List<Row> in(Handle handle, String agreement, State state) {
        return list(handle, SELECT + "p.agreement = ? and p.state = ? order by p.id", agreement, state.name());
    }

    /** All that stand so, under every agreement. */
    public static List<Row> everyones(Handle handle, State state) {
        return list(handle, SELECT + "p.state = ? order by p.id", state.name());
    }

    /** The same as the one of this id, and nobody else changes it until this transaction ends. */
    public static Row locked(Handle handle, String id) {
        handle.select("select id from payment where id = ? for update", id)
                .mapTo(String.class)
                .one();
        return list(handle, SELECT + "p.id = ?", id).get(0);
    }

    public static void insert(Handle handle, String agreement, Row row) {
        handle.execute(
                "insert into payment (id, agreement, child, share, attempt, cents, payee, account, vault, state, reason, file,"
                        + " stands_for) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, '', null, ?)",
                row.id,
                agreement,
                row.child,
                row.share,
                row.attempt,
                row.cents,
                row.payee,
                row.account,
                row.vault,
                row.state.name(),
                standsFor(agreement, row));
    }

    public static void inFile(Handle handle, String id, String file) {
        one(handle, "update payment set state = 'IN_FILE', file = ? where id = ? and state = 'OPEN'", file, id);
    }

    /** All of a file that did not leave: back to be put into another. */
    public static void outOf(Handle handle, String agreement, String file) {
        handle.execute(
                "update payment set state = 'OPEN', file = null where agreement = ? and file = ? and state = 'IN_FILE'",
                agreement,
                file);
    }

    /** Stopped before it left; what was kept of the beneficiary goes. */
    public static void remove(Handle handle, String id) {
        one(
                handle,
                "update payment set state = 'REMOVED', stands_for = null, vault = null where id = ? and state = 'OPEN'",
                id);
    }

    public static void accepted(Handle handle, String agreement, Row row) {
        one(
                handle,
                "update payment set state = 'ACCEPTED', reason = '', vault = null, stands_for = ? where id = ?",
                standsFor(agreement, row),
                row.id);
    }

    /** It will never move money. Its name and account stay until it is {@link #forget forgotten}: it may have to be made again. */
    public static void rejected(Handle handle, Row row, String reason) {
        one(
                handle,
                "update payment set state = 'REJECTED', reason = ?, stands_for = null where id = ?",
                reason.substring(0, Math.min(reason.length(), LONGEST_REASON)),
                row.id);
    }

    /** It may have moved money; its name and account stay. No other of its share may stand. */
    public static void doubtful(Handle handle, String agreement, Row row) {
        one(
                handle,
                "update payment set state = 'DOUBTFUL', stands_for = ? where id = ?",
                standsFor(agreement, row),
                row.id);
    }

    /** The same while another of its share stands. */
    public static void doubtfulBeside(Handle handle, Row row) {
        one(handle, "update payment set state = 'DOUBTFUL', stands_for = null where id = ?", row.id);
    }

    /**
     * What people decided: it is paid, or given up.
     *
     * @param alone whether no other of its share stands, so that this one does from now on
     */
    public static void decided(Handle handle, String agreement, Row row, State state, boolean alone) {
        if (alone) {
            handle.execute("update payment set stands_for = ? where id = ?", standsFor(agreement, row), row.id);
        }
        one(handle, "update payment set state = ?, vault = null where id = ?", state.name(), row.id);
    }

    /** What was kept of the beneficiary goes. */
    public static void forget(Handle handle, String id) {
        one(handle, "update payment set vault = null where id = ?", id);
    }

    private static String standsFor(String agreement, Row row) {
        return agreement + " " + row.child + " " + row.share;
    }

    private static void one(Handle handle, String sql, Object... arguments) {
        if (handle.execute(sql, arguments) != 1) {
            throw new IllegalStateException("a payment is not in the state it was read in");
        }
    }

    private static List<Row> list(Handle handle, String sql, Object... arguments) {
        return handle.select(sql, arguments).map((row, context) -> row(row)).list();
    }

    private static Row row(ResultSet row) throws SQLException {
        String file = row.getString("file_state");
        byte[] vault = row.getBytes("vault");
        return new Row(
                row.getString("id"),
                row.getString("child"),
                row.getInt("share"),
                row.getInt("attempt"),
                row.getLong("cents"),
                row.getString("payee"),
                row.getString("account"),
                vault == null ? new byte[0] : vault,
                State.valueOf(row.getString("state")),
                Optional.ofNullable(row.getString("file")),
                file != null && PaymentFiles.State.valueOf(file).hasLeft());
    }
}
