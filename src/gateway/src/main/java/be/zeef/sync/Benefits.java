package be.zeef.sync;

import be.zeef.delivery.DeliveryHead;
import be.zeef.delivery.DeliveryLine;
import be.zeef.plan.SyncPlan;
import be.zeef.recipient.Receipt;
import be.zeef.subject.Vault;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;

/** The table of grants: one per subject and period, once. */
final class Benefits {

    private Benefits() {}

    /**
     * Grants of any period whose line or whole delivery the recipient refused stand in no delivery again. A line whose delivery
     * is not confirmed waits for the rest of its receipt, which could not be matched without it.
     */
    static void retryRefused(Handle handle, String agreement) {
        handle.createUpdate("update benefit set delivery = '', result = '', code = '' where agreement = :agreement"
                        + " and ((result = 'REFUSED' and delivery in (select name from delivery where state = 'CONFIRMED'))"
                        + " or delivery in (select name from delivery where state = 'REFUSED'))")
                .bind("agreement", agreement)
                .execute();
    }

    /**
     * Grants of this period whose subject would get none today; where refusals are not kept, whose subject has no decision.
     * What a clerk granted on a proof (sync 0) does not count: no source gave it.
     */
    static long noLongerEligible(Handle handle, Run run) {
        String wouldNot = run.plan().granted().eligibleOnly()
                ? " and not exists (select 1 from decision d where d.sync_id = :sync and d.subject = b.subject)"
                : " and exists (select 1 from decision d where d.sync_id = :sync and d.subject = b.subject"
                        + " and d.outcome = 'NOT_ELIGIBLE')";
        return handle.createQuery(
                        "select count(*) from benefit b where b.agreement = :agreement and b.grant_year = :year"
                                + " and b.sync_id <> 0"
                                + wouldNot)
                .bind("sync", run.row().id())
                .bind("agreement", run.plan().agreement())
                .bind("year", run.year())
                .mapTo(Long.class)
                .one();
    }

    /** The periods that have a grant in no delivery, the oldest first. */
    static List<Integer> openPeriods(Handle handle, String agreement) {
        return handle.createQuery(
                        "select distinct grant_year from benefit where agreement = :agreement and delivery = ''"
                                + " order by grant_year")
                .bind("agreement", agreement)
                .mapTo(Integer.class)
                .list();
    }

    /**
     * Puts what stands in no delivery of a period into this one. What is committed by others after this is in none, so that the
     * lines of a delivery are the same however often they are read.
     *
     * @return how many lines it has
     */
    static long take(Handle handle, DeliveryHead head) {
        return handle.createUpdate("update benefit set delivery = :delivery"
                        + " where agreement = :agreement and grant_year = :year and delivery = ''")
                .bind("delivery", head.name())
                .bind("agreement", head.agreement())
                .bind("year", head.year())
                .execute();
    }

    /** Tells the lines of a delivery, in ascending order of id. */
    static void eachOf(
            Handle handle, String delivery, SyncPlan.Identifier identifier, Vault vault, Consumer<DeliveryLine> line) {
        handle.createQuery("select line, vault, key_vault, category, from_day, until_day from benefit"
                        + " where delivery = :delivery order by line")
                .bind("delivery", delivery)
                .setFetchSize(5000)
                .map((row, context) -> new DeliveryLine(
                        row.getString("line"),
                        key(row, identifier, vault),
                        row.getString("category"),
                        row.getObject("from_day", LocalDate.class),
                        row.getObject("until_day", LocalDate.class)))
                .forEach(line);
    }

    private static String key(ResultSet row, SyncPlan.Identifier identifier, Vault vault) throws SQLException {
        return switch (identifier) {
            case INSZ -> vault.open(row.getBytes("vault")).digits();
            case RECIPIENT_KEY -> vault.openText(row.getBytes("key_vault"));
            case PAIRWISE -> row.getString("line");
        };
    }

    /** What the recipient said about one line of a delivery; a line that is not in it changes nothing. */
    static int result(Handle handle, String delivery, String line, Receipt.LineResult result, String code) {
        return handle.createUpdate("update benefit set result = :result, code = :code"
                        + " where line = :line and delivery = :delivery")
                .bind("result", result.name())
                .bind("code", code)
                .bind("line", line)
                .bind("delivery", delivery)
                .execute();
    }
}
