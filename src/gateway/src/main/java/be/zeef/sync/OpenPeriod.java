package be.zeef.sync;

import be.zeef.validation.Finding;
import be.zeef.validation.Location;
import java.time.LocalDate;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/**
 * What an agreement granted until one day and its recipient has not settled.
 *
 * @param until last day of the period
 * @param undelivered grants in no delivery
 * @param refused by the recipient, by themselves or with their whole delivery
 * @param unsent in a delivery that is packed and not known to be at the recipient
 * @param unanswered in a delivery that was sent and of which the recipient has not told what became of it
 */
public record OpenPeriod(LocalDate until, long undelivered, long refused, long unsent, long unanswered) {

    private static final String UNDELIVERED = "b.delivery = ''";
    private static final String REFUSED = "(b.delivery <> '' and (b.result = 'REFUSED' or d.state = 'REFUSED'))";
    private static final String UNSENT = "(b.result = '' and d.state = 'PACKED')";
    private static final String UNANSWERED = "(b.result = '' and d.state in ('SENT', 'ACCEPTED'))";

    /** By last day, the oldest first. */
    static List<OpenPeriod> of(Handle handle, String agreement) {
        return list(handle.createQuery(select("")).bind("agreement", agreement));
    }

    /**
     * What a run leaves open that is not its own to tell: what it delivered itself in its own period is told with the
     * delivery, and what came to be granted there meanwhile is the next run's.
     */
    static List<OpenPeriod> after(Handle handle, Run run) {
        return list(handle.createQuery(
                        select(" and not (b.grant_year = :year and (" + UNDELIVERED + " or d.sync_id = :sync))"))
                .bind("agreement", run.plan().agreement())
                .bind("year", run.year())
                .bind("sync", run.row().id()));
    }

    private static String select(String but) {
        return "select b.until_day, " + count(UNDELIVERED) + ", " + count(REFUSED) + ", " + count(UNSENT) + ", "
                + count(UNANSWERED)
                + " from benefit b left join delivery d on d.name = b.delivery where b.agreement = :agreement and ("
                + UNDELIVERED + " or " + REFUSED + " or " + UNSENT + " or " + UNANSWERED + ")" + but
                + " group by b.until_day order by b.until_day";
    }

    private static String count(String which) {
        return "sum(case when " + which + " then 1 else 0 end)";
    }

    private static List<OpenPeriod> list(Query query) {
        return query.map((row, context) -> new OpenPeriod(
                        row.getObject(1, LocalDate.class),
                        row.getLong(2),
                        row.getLong(3),
                        row.getLong(4),
                        row.getLong(5)))
                .list();
    }

    /** How many grants. */
    public long grants() {
        return undelivered + refused + unsent + unanswered;
    }

    /** What every run tells until it is settled or closed. */
    Finding finding(String agreement) {
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
