package be.zeef.grant;

import java.time.LocalDate;
import java.util.List;
import org.jdbi.v3.core.Handle;

/**
 * Grants once they may not be kept any more, with the sealed numbers in them and with who stood in their households. One in a delivery
 * whose recipient has not answered stays until it has: without it the receipt could not be matched.
 */
public final class OldGrants {

    private static final String OVER = "g.until_day <= :until and (g.delivery is null or g.delivery not in"
            + " (select name from delivery where state in ('PACKED', 'SENT', 'ACCEPTED')))";

    private static final String OF_OVER = " where agreement = :agreement and exists (select 1 from grants g"
            + " where g.agreement = %1$s.agreement and g.grant_year = %1$s.grant_year and g.subject = %1$s.subject and "
            + OVER + ")";

    private OldGrants() {}

    /** Whom a grant that ended up to this day was kept with; how many were removed. */
    public static long removeMembers(Handle handle, String benefit, LocalDate until) {
        return execute(handle, "delete from grant_member" + OF_OVER.formatted("grant_member"), benefit, until);
    }

    /** Grants that ended up to this day, with those members and better values; how many grants. */
    public static long remove(Handle handle, String benefit, LocalDate until) {
        removeMembers(handle, benefit, until);
        execute(handle, "delete from grant_improvement" + OF_OVER.formatted("grant_improvement"), benefit, until);
        // no alias: not every database has one here
        return execute(
                handle,
                "delete from grants where agreement = :agreement and " + OVER.replace("g.", ""),
                benefit,
                until);
    }

    /** The periods of which there are any. */
    public static List<Integer> years(Handle handle, String benefit) {
        return handle.createQuery("select distinct grant_year from grants where agreement = :agreement")
                .bind("agreement", benefit)
                .mapTo(Integer.class)
                .list();
    }

    private static long execute(Handle handle, String statement, String benefit, LocalDate until) {
        return handle.createUpdate(statement)
                .bind("agreement", benefit)
                .bind("until", until)
                .execute();
    }
}
