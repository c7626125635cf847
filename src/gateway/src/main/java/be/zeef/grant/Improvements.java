package be.zeef.grant;

import be.zeef.validation.Finding;
import be.zeef.validation.Location;
import java.time.LocalDate;
import java.util.List;
import org.jdbi.v3.core.Handle;

/**
 * The table of better values that wait: each was decided while the delivery with the earlier value was under way, and takes
 * its place once that delivery is settled, whatever period it is by then. A person has at most one in a period, and it is
 * better than what the person's grant has.
 */
public final class Improvements {

    /** Whether a better value waits for the grant {@code g}. */
    static final String WAITS = "exists (select 1 from grant_improvement w where w.agreement = g.agreement"
            + " and w.grant_year = g.grant_year and w.subject = g.subject)";

    /** The first day of the value that waits for the grant {@code g}; what waited before days were kept has the grant's own. */
    private static final String FROM =
            "coalesce((select w.from_day from grant_improvement w where w.agreement = g.agreement"
                    + " and w.grant_year = g.grant_year and w.subject = g.subject), g.from_day)";

    /** Deliveries of which the recipient will say no more. */
    static final String SETTLED = "(select name from delivery where state in ('CONFIRMED', 'REFUSED'))";

    private Improvements() {}

    /**
     * Whether the value of a grant may be replaced now. One that counts from the same day on, or from an earlier one, covers what
     * it replaces: it waits only while that is under way. One that counts from a later day leaves days to the earlier value, and
     * waits until the recipient has taken that in.
     *
     * @param grants how the table is called there, with its dot; empty where it needs no name
     * @param from the first day of the better value
     */
    static String mayReplace(String grants, String from) {
        String whole = "(%1$sfrom_day >= %2$s and (%1$sstanding = 'OPEN' or %1$sdelivery in %3$s))"
                .formatted(grants, from, SETTLED);
        String later = "(%1$sfrom_day < %2$s and %1$sresult is distinct from 'REFUSED' and %1$sdelivery in"
                .formatted(grants, from);
        return "(" + whole + " or " + later + " (select name from delivery where state = 'CONFIRMED')))";
    }

    /** Better values that wait, for grants until one day. */
    public record Waiting(LocalDate until, long grants) {

        /** What every run tells until they are delivered or closed. */
        public Finding finding(String agreement) {
            return Finding.warning(
                    "sync.improvement-waits", Location.WHOLE, Long.toString(grants), until.toString(), agreement);
        }
    }

    /**
     * Puts in place what no delivery holds back any more, in all periods: those grants have the better value, and stand in no
     * delivery again.
     */
    public static void takeUp(Handle handle, String agreement) {
        handle.createUpdate("update grants g set (flag_value, line, key_vault, columns_vault, sync_id, from_day) ="
                        + " (select w.flag_value, w.line, w.key_vault, w.columns_vault, w.sync_id, coalesce(w.from_day, g.from_day)"
                        + " from grant_improvement w"
                        + " where w.agreement = g.agreement and w.grant_year = g.grant_year and w.subject = g.subject),"
                        + " " + Grants.OPENED + " where g.agreement = :agreement and " + WAITS
                        + " and " + mayReplace("g.", FROM))
                .bind("agreement", agreement)
                .execute();
        handle.createUpdate("delete from grant_improvement where agreement = :agreement"
                        + " and line in (select line from grants where agreement = :agreement)")
                .bind("agreement", agreement)
                .execute();
    }

    /** By the last day of their grants, the oldest first. */
    public static List<Waiting> waiting(Handle handle, String agreement) {
        return handle.createQuery("select g.until_day, count(*) from grants g where g.agreement = :agreement and "
                        + WAITS + " group by g.until_day order by g.until_day")
                .bind("agreement", agreement)
                .map((row, context) -> new Waiting(row.getObject(1, LocalDate.class), row.getLong(2)))
                .list();
    }

    /**
     * Forgets those for grants that ended on this day and are settled with the earlier value, which stays.
     *
     * @return how many
     */
    static long close(Handle handle, String agreement, LocalDate until) {
        return forget(
                handle,
                agreement,
                until,
                "g.result is distinct from 'REFUSED' and g.delivery in (select name from delivery where state = 'CONFIRMED')");
    }

    /** Forgets those for grants that a person closed. */
    static void forgetClosed(Handle handle, String agreement, LocalDate until) {
        forget(handle, agreement, until, "g.standing = 'CLOSED'");
    }

    private static long forget(Handle handle, String agreement, LocalDate until, String which) {
        return handle.createUpdate("delete from grant_improvement where agreement = :agreement and line in"
                        + " (select w.line from grant_improvement w join grants g on g.agreement = w.agreement"
                        + " and g.grant_year = w.grant_year and g.subject = w.subject"
                        + " where g.agreement = :agreement and g.until_day = :until and " + which + ")")
                .bind("agreement", agreement)
                .bind("until", until)
                .execute();
    }
}
