package be.zeef.grant;

import be.zeef.run.Run;
import be.zeef.validation.Finding;
import be.zeef.validation.Location;
import java.time.LocalDate;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.jdbi.v3.core.statement.Query;

/**
 * What an agreement granted until one day and its recipient has not settled: read over {@code grants} and {@code delivery}.
 *
 * @param until last day of the period
 * @param undelivered grants in no delivery, or delivered with a value for which a better one waits
 * @param refused by the recipient, by themselves or with their whole delivery
 * @param unsent in a delivery that is packed and not known to be at the recipient
 * @param unanswered in a delivery that was sent and of which the recipient has not told what became of it
 * @param improvements for how many of all these a better value waits ({@link Improvements})
 */
public record OpenPeriod(
        LocalDate until, long undelivered, long refused, long unsent, long unanswered, long improvements) {

    private static final String UNDELIVERED =
            "(g.standing = 'OPEN' or (d.state = 'CONFIRMED' and g.result is distinct from 'REFUSED' and "
                    + Improvements.WAITS + "))";
    private static final String REFUSED = "(g.standing <> 'OPEN' and (g.result = 'REFUSED' or d.state = 'REFUSED'))";
    private static final String UNSENT = "(g.result is null and d.state = 'PACKED')";
    private static final String UNANSWERED = "(g.result is null and d.state in ('SENT', 'ACCEPTED'))";

    /** By last day, the oldest first. */
    static List<OpenPeriod> of(Handle handle, String agreement) {
        return list(handle.createQuery(select("")).bind("agreement", agreement));
    }

    /**
     * What a run leaves open that is not its own to tell: what it delivered itself in its own period is told with the
     * delivery, and what came to be granted there meanwhile is the next run's.
     */
    public static List<OpenPeriod> after(Handle handle, Run run) {
        return list(handle.createQuery(
                        select(" and not (g.grant_year = :year and (" + UNDELIVERED + " or d.sync_id = :sync))"))
                .bind("agreement", run.plan().benefit())
                .bind("year", run.year())
                .bind("sync", run.row().id()));
    }

    private static String select(String but) {
        return "select g.until_day as until, " + count(UNDELIVERED) + " as undelivered, " + count(REFUSED)
                + " as refused, "
                + count(UNSENT) + " as unsent, " + count(UNANSWERED) + " as unanswered, "
                + count(Improvements.WAITS) + " as improvements"
                + " from grants g left join delivery d on d.name = g.delivery where g.agreement = :agreement and ("
                + UNDELIVERED + " or " + REFUSED + " or " + UNSENT + " or " + UNANSWERED + ")" + but
                + " group by g.until_day order by g.until_day";
    }

    private static String count(String which) {
        return "sum(case when " + which + " then 1 else 0 end)";
    }

    private static List<OpenPeriod> list(Query query) {
        return query.map(ConstructorMapper.of(OpenPeriod.class)).list();
    }

    /** How many grants. */
    public long grants() {
        return undelivered + refused + unsent + unanswered;
    }

    /** What every run tells until it is settled or closed. */
    public Finding finding(String agreement) {
        return Finding.warning(
                "sync.still-open",
                Location.WHOLE,
                Long.toString(grants()),
                until.toString(),
                Long.toString(undelivered),
                Long.toString(refused),
                Long.toString(unanswered),
                Long.toString(unsent),
                agreement);
    }
}
