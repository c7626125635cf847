package be.zeef.payment;

import be.zeef.ledger.Recorded;
import be.zeef.ledger.row.RowHistory;
import be.zeef.subject.Today;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/**
 * Payments once they may not be kept any more: all transfers of what they stand for at once, and files of which none is left. A transfer that
 * may still move money, or of which anything is open, keeps all of them; so does a claim that still stands, since it is paid by them. That a
 * child had its premium stays, as a pseudonym: each child gets it once ever.
 */
public final class OldPayments {

    /** Names in one statement. */
    private static final int MOST = 500;

    /** States in which a transfer may still move money, or somebody is to see to it. */
    private static final String UNFINISHED = "('OPEN', 'IN_FILE', 'DOUBTFUL', 'OTHER_MEANS')";

    private static final String FINISHED_BEFORE = "select p.child, p.id from payment p where p.agreement = :agreement"
            + " and not exists (select 1 from payment q"
            + " left join payment_file f on f.name = q.file left join payment_case c on c.payment = q.id"
            + " where q.agreement = p.agreement and q.child = p.child"
            + " and (q.state in " + UNFINISHED + " or c.kind is not null"
            + " or (q.file is not null and (f.state <> 'SETTLED' or f.execution > :until))))"
            + " and not exists (select 1 from claim c where c.agreement = p.agreement and c.id = p.child)"
            + " order by p.child, p.id";

    private static final String EMPTY_FILES = "select f.name from payment_file f where f.agreement = :agreement"
            + " and f.state in ('SETTLED', 'WITHDRAWN') and f.execution <= :until"
            + " and not exists (select 1 from payment p where p.file = f.name) order by f.name";

    private OldPayments() {}

    /**
     * What was removed.
     *
     * @param payments their ids
     * @param files their names
     */
    public record Removed(List<String> payments, List<String> files) {

        public Removed {
            payments = List.copyOf(payments);
            files = List.copyOf(files);
        }
    }

    /** What was paid under an agreement up to this day, and of which nothing happened since; within one transaction. */
    public static Removed remove(Handle handle, String agreement, LocalDate until) {
        List<String> payments = new ArrayList<>();
        byChild(handle, agreement, until).values().stream()
                .filter(ids -> ids.stream().allMatch(id -> isQuietSince(handle, "payment", id, until)))
                .forEach(payments::addAll);
        execute(handle, "delete from payment_case where payment in (<names>)", payments);
        execute(handle, "delete from payment where id in (<names>)", payments);
        List<String> files = handle.createQuery(EMPTY_FILES)
                .bind("agreement", agreement)
                .bind("until", until)
                .mapTo(String.class)
                .filter(file -> isQuietSince(handle, "payment_file", file, until))
                .list();
        execute(handle, "delete from payment_file where name in (<names>)", files);
        return new Removed(payments, files);
    }

    /** What transfers stand for that may still move money, or of which something is open at the bank. */
    public static Set<String> unfinished(Handle handle, String agreement) {
        return handle.select(
                        "select p.child from payment p left join payment_case c on c.payment = p.id where p.agreement = ?"
                                + " and (p.state in " + UNFINISHED + " or c.kind is not null)",
                        agreement)
                .mapTo(String.class)
                .set();
    }

    /** Ids of the transfers of all that is finished, by what they stand for. */
    private static Map<String, List<String>> byChild(Handle handle, String agreement, LocalDate until) {
        Map<String, List<String>> ids = new LinkedHashMap<>();
        handle.createQuery(FINISHED_BEFORE)
                .bind("agreement", agreement)
                .bind("until", until)
                .map((row, context) -> ids.computeIfAbsent(row.getString(1), any -> new ArrayList<>())
                        .add(row.getString(2)))
                .forEach(added -> {});
        return ids;
    }

    /** Whether the ledger recorded nothing of a row after this day. */
    private static boolean isQuietSince(Handle handle, String table, String key, LocalDate until) {
        var entries = RowHistory.entries(handle, table, key);
        return !entries.isEmpty()
                && Recorded.at(handle, entries.last())
                        .map(Today::at)
                        .filter(day -> day.isAfter(until))
                        .isEmpty();
    }

    private static void execute(Handle handle, String statement, List<String> names) {
        for (int from = 0; from < names.size(); from += MOST) {
            handle.createUpdate(statement)
                    .bindList("names", names.subList(from, Math.min(from + MOST, names.size())))
                    .execute();
        }
    }
}
