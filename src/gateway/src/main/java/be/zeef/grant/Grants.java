package be.zeef.grant;

import be.zeef.packing.DeliveryHead;
import be.zeef.packing.DeliveryLine;
import be.zeef.plan.SyncPlan;
import be.zeef.recipient.Receipt;
import be.zeef.run.Run;
import be.zeef.subject.Vault;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;

/** The table of grants: one per subject and period, once. */
public final class Grants {

    private Grants() {}

    /**
     * Grants of any period whose line or whole delivery the recipient refused stand in no delivery again. A line whose delivery
     * is not confirmed waits for the rest of its receipt, which could not be matched without it.
     */
    public static void retryRefused(Handle handle, String agreement) {
        handle.createUpdate("update grants set delivery = null, result = '', code = '' where agreement = :agreement"
                        + " and ((result = 'REFUSED' and delivery in (select name from delivery where state = 'CONFIRMED'))"
                        + " or delivery in (select name from delivery where state = 'REFUSED'))")
                .bind("agreement", agreement)
                .execute();
    }

    /**
     * Grants of this period whose subject would get none today; where refusals are not kept, whose subject has no decision.
     * What a clerk granted on a proof (sync 0) does not count: no source gave it.
     */
    public static long noLongerEligible(Handle handle, Run run) {
        String wouldNot = run.plan().granted().eligibleOnly()
                ? " and not exists (select 1 from decision d where d.sync_id = :sync and d.subject = g.subject)"
                : " and exists (select 1 from decision d where d.sync_id = :sync and d.subject = g.subject"
                        + " and d.outcome = 'NOT_ELIGIBLE')";
        return handle.createQuery(
                        "select count(*) from grants g where g.agreement = :agreement and g.grant_year = :year"
                                + " and g.sync_id <> 0"
                                + wouldNot)
                .bind("sync", run.row().id())
                .bind("agreement", run.plan().agreement())
                .bind("year", run.year())
                .mapTo(Long.class)
                .one();
    }

    /** The periods that have a grant in no delivery, the oldest first. */
    public static List<Integer> openPeriods(Handle handle, String agreement) {
        return handle.createQuery(
                        "select distinct grant_year from grants where agreement = :agreement and delivery is null"
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
    public static long take(Handle handle, DeliveryHead head) {
        return handle.createUpdate("update grants set delivery = :delivery"
                        + " where agreement = :agreement and grant_year = :year and delivery is null")
                .bind("delivery", head.name())
                .bind("agreement", head.agreement())
                .bind("year", head.year())
                .execute();
    }

    /** Tells the lines of a delivery, in ascending order of id. */
    public static void eachOf(
            Handle handle, String delivery, SyncPlan.Identifier identifier, Vault vault, Consumer<DeliveryLine> line) {
        handle.createQuery("select line, vault, key_vault, flag_value, from_day, until_day from grants"
                        + " where delivery = :delivery order by line")
                .bind("delivery", delivery)
                .setFetchSize(5000)
                .map((row, context) -> new DeliveryLine(
                        row.getString("line"),
                        key(row, identifier, vault),
                        row.getString("flag_value"),
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
    public static int result(Handle handle, String delivery, String line, Receipt.LineResult result, String code) {
        return handle.createUpdate("update grants set result = :result, code = :code"
                        + " where line = :line and delivery = :delivery")
                .bind("result", result.name())
                .bind("code", code)
                .bind("line", line)
                .bind("delivery", delivery)
                .execute();
    }

    /** How many lines of a delivery the recipient told the result of. */
    public static long answered(Handle handle, String delivery) {
        return handle.createQuery("select count(*) from grants where delivery = :delivery and result <> ''")
                .bind("delivery", delivery)
                .mapTo(Long.class)
                .one();
    }

    /** How many lines of a delivery the recipient refused. */
    public static long refused(Handle handle, String delivery) {
        return handle.createQuery("select count(*) from grants where delivery = :delivery and result = 'REFUSED'")
                .bind("delivery", delivery)
                .mapTo(Long.class)
                .one();
    }

    /** How many a run granted. */
    public static long ofRun(Handle handle, long syncId) {
        return handle.createQuery("select count(*) from grants where sync_id = :sync")
                .bind("sync", syncId)
                .mapTo(Long.class)
                .one();
    }

    /** The sealed people who were granted something in a period, in the order of their pseudonyms. */
    public static List<byte[]> holders(Handle handle, String agreement, int year) {
        return handle.createQuery("select vault from grants where agreement = :agreement and grant_year = :year"
                        + " order by subject")
                .bind("agreement", agreement)
                .bind("year", year)
                .map((row, context) -> row.getBytes(1))
                .list();
    }
}
