package be.zeef.sync;

import be.zeef.validation.Finding;
import be.zeef.validation.Location;
import java.time.LocalDate;
import java.util.List;
import org.jdbi.v3.core.Handle;

/**
 * What was granted for a period and is not settled with the recipient after a run has done what it could. Every run tells it
 * until it is.
 *
 * @param until last day of the period
 * @param undelivered in no delivery
 * @param refused by the recipient, as lines or with their whole delivery
 * @param unanswered in a delivery of which the recipient has not told what became of it
 */
record StillOpen(LocalDate until, long undelivered, long refused, long unanswered) {

    private static final String OPEN = "b.delivery = ''";
    private static final String REFUSED = "(b.delivery <> '' and (b.result = 'REFUSED' or d.state = 'REFUSED'))";
    private static final String UNANSWERED = "(b.result = '' and d.state in ('PACKED', 'SENT', 'ACCEPTED'))";

    /**
     * By period, the oldest first. What the run itself delivered of its own period, and what came to be granted in it while
     * the run went on, is told otherwise.
     */
    static List<StillOpen> after(Handle handle, Run run) {
        return handle.createQuery("select max(b.until_day), " + count(OPEN) + ", " + count(REFUSED) + ", "
                        + count(UNANSWERED) + " from benefit b left join delivery d on d.name = b.delivery"
                        + " where b.agreement = :agreement and (" + OPEN + " or " + REFUSED + " or " + UNANSWERED + ")"
                        + " and not (b.grant_year = :year and (" + OPEN + " or d.sync_id = :sync))"
                        + " group by b.grant_year order by b.grant_year")
                .bind("agreement", run.plan().agreement())
                .bind("year", run.year())
                .bind("sync", run.row().id())
                .map((row, context) -> new StillOpen(
                        row.getObject(1, LocalDate.class), row.getLong(2), row.getLong(3), row.getLong(4)))
                .list();
    }

    private static String count(String which) {
        return "sum(case when " + which + " then 1 else 0 end)";
    }

    Finding finding() {
        return Finding.warning(
                "sync.still-open",
                Location.WHOLE,
                Long.toString(undelivered + refused + unanswered),
                until.toString(),
                Long.toString(undelivered),
                Long.toString(refused),
                Long.toString(unanswered));
    }
}
