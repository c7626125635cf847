package be.zeef.payment;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/** What stands of one person in the tables {@code premium} and {@code payment}, for that person to know. */
public final class PaymentsOfPerson {

    private PaymentsOfPerson() {}

    /**
     * A premium of the person as a child.
     *
     * @param cents euro cents
     * @param shares how many it is paid in
     */
    public record Premium(String agreement, String child, long cents, int shares) {

        @Override
        public String toString() {
            return "Premium";
        }
    }

    /**
     * A transfer. Who stands at its other end is somebody else, and not told.
     *
     * @param child whether the person is whom it is paid for; else the one to whom
     * @param cents euro cents
     * @param reason of the bank; empty where it said none
     * @param file the one that it is in
     */
    public record Transfer(
            String id,
            String agreement,
            boolean child,
            long cents,
            String state,
            String reason,
            Optional<String> file) {

        @Override
        public String toString() {
            return "Transfer";
        }
    }

    /** @param numbers pseudonyms of all of the person's numbers */
    public static List<Premium> premiums(Handle handle, Collection<String> numbers) {
        return handle.createQuery("select agreement, child, cents, shares from premium where child in (<numbers>)")
                .bindList("numbers", numbers)
                .map(ConstructorMapper.of(Premium.class))
                .list();
    }

    /** @param known pseudonyms of all of the person's numbers, and the ids of the person's claims */
    public static List<Transfer> transfers(Handle handle, Set<String> known) {
        return handle.createQuery("select id, agreement, child, cents, state, reason, file from payment"
                        + " where child in (<known>) or payee in (<known>) order by id")
                .bindList("known", known)
                .map((row, context) -> new Transfer(
                        row.getString("id"),
                        row.getString("agreement"),
                        known.contains(row.getString("child")),
                        row.getLong("cents"),
                        row.getString("state"),
                        row.getString("reason"),
                        Optional.ofNullable(row.getString("file"))))
                .list();
    }
}
