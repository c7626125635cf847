package be.zeef.grant;

import be.zeef.objection.Objections;
import be.zeef.packing.DeliveryHead;
import be.zeef.packing.DeliveryLine;
import be.zeef.plan.SyncPlan;
import be.zeef.recipient.DeliveryReceipt;
import be.zeef.run.Run;
import be.zeef.subject.RecipientKey;
import be.zeef.subject.Vault;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/**
 * The table {@code grants}: one per subject and period, once. {@link GrantWriter} fills it, {@link OpenPeriod} reads it beside the
 * deliveries; whether a grant's delivery was settled is asked of that table here, too.
 *
 * <p>A grant stands {@code OPEN} while it is in no delivery and the next run hands it over; {@code IN_DELIVERY} as a line of the
 * delivery that it names; {@code CALLED} when its recipient was called about it and answered; {@code CLOSED} when a person closed
 * it, or its subject died before it was handed over, so that nothing goes out any more. Its result is what the recipient said of
 * it, null while that is nothing.
 */
public final class Grants {

    /** What is so of a grant that may be closed: it is in no delivery or was refused, and nobody awaits its receipt. */
    static final String CLOSABLE = "(standing = 'OPEN' or (standing = 'CALLED' and result = 'REFUSED')"
            + " or (standing = 'IN_DELIVERY'"
            + " and (result = 'REFUSED' or delivery in (select name from delivery where state = 'REFUSED'))"
            + " and delivery not in (select name from delivery where state in ('PACKED', 'SENT', 'ACCEPTED'))))";

    /** What makes a grant stand in no delivery again, with nothing said of it. */
    static final String OPENED = "standing = 'OPEN', delivery = null, result = null, code = ''";

    /** What makes a grant closed: what the recipient said of it before does not count any more. */
    static final String CLOSED = "standing = 'CLOSED', delivery = null, result = null";

    private Grants() {}

    /**
     * Grants of any period whose line or whole delivery the recipient refused stand in no delivery again. A line whose delivery
     * is not confirmed waits for the rest of its receipt, which could not be matched without it.
     */
    public static void retryRefused(Handle handle, String agreement) {
        handle.createUpdate("update grants set " + OPENED + " where agreement = :agreement and standing = 'IN_DELIVERY'"
                        + " and ((result = 'REFUSED' and delivery in (select name from delivery where state = 'CONFIRMED'))"
                        + " or delivery in (select name from delivery where state = 'REFUSED'))")
                .bind("agreement", agreement)
                .execute();
    }

    /**
     * Grants of this period whose subject would get none today; where refusals are not kept, whose subject has no decision.
     * What a clerk granted on a proof, in no run, does not count: no source gave it.
     */
    public static long noLongerEligible(Handle handle, Run run) {
        String wouldNot = run.plan().granted().eligibleOnly()
                ? " and not exists (select 1 from decision d where d.sync_id = :sync and d.subject = coalesce(g.person, g.subject))"
                : " and exists (select 1 from decision d where d.sync_id = :sync and d.subject = coalesce(g.person, g.subject)"
                        + " and d.outcome = 'NOT_ELIGIBLE')";
        return handle.createQuery(
                        "select count(*) from grants g where g.agreement = :agreement and g.grant_year = :year"
                                + " and g.sync_id is not null"
                                + wouldNot)
                .bind("sync", run.row().id())
                .bind("agreement", run.plan().benefit())
                .bind("year", run.year())
                .mapTo(Long.class)
                .one();
    }

    /** The periods that have a grant in no delivery which nobody's objection holds back, the oldest first. */
    public static List<Integer> openPeriods(Handle handle, String agreement, Objections objections) {
        return HeldGrants.bound(
                        handle.createQuery("select distinct g.grant_year from grants g where g.agreement = :agreement"
                                + " and g.standing = 'OPEN'" + HeldGrants.not(objections) + " order by g.grant_year"),
                        objections)
                .bind("agreement", agreement)
                .mapTo(Integer.class)
                .list();
    }

    /**
     * Puts what stands in no delivery of a period into this one. What is committed by others after this is in none, so that the
     * lines of a delivery are the same however often they are read.
     *
     * @param benefit whose grants they are
     * @param objections what is theirs is left out
     * @return how many lines it has
     */
    public static long take(Handle handle, DeliveryHead head, String benefit, Objections objections) {
        return HeldGrants.bound(
                        handle.createUpdate("update grants g set standing = 'IN_DELIVERY', delivery = :delivery"
                                + " where g.agreement = :agreement and g.grant_year = :year and g.standing = 'OPEN'"
                                + HeldGrants.not(objections)),
                        objections)
                .bind("delivery", head.name())
                .bind("agreement", benefit)
                .bind("year", head.year())
                .execute();
    }

    /** Whether anything of the population goes along with a line of this delivery. */
    public static boolean haveColumns(Handle handle, String delivery) {
        return handle.createQuery(
                                "select count(*) from grants where delivery = :delivery and columns_vault is not null")
                        .bind("delivery", delivery)
                        .mapTo(Long.class)
                        .one()
                > 0;
    }

    /** Tells the lines of a delivery, in ascending order of id. */
    public static void eachOf(
            Handle handle, String delivery, SyncPlan.Delivered how, Vault vault, Consumer<DeliveryLine> line) {
        handle.createQuery("select line, vault, key_vault, columns_vault, flag_value, from_day, until_day from grants"
                        + " where delivery = :delivery order by line")
                .bind("delivery", delivery)
                .setFetchSize(5000)
                .map((row, context) -> line(row, how, vault))
                .forEach(line);
    }

    private static DeliveryLine line(ResultSet row, SyncPlan.Delivered how, Vault vault) throws SQLException {
        RecipientKey key = key(row, how.identifier(), vault);
        return new DeliveryLine(
                row.getString("line"),
                key.number(),
                key.kind(),
                row.getString("flag_value"),
                row.getObject("from_day", LocalDate.class),
                row.getObject("until_day", LocalDate.class),
                SealedColumns.open(row.getBytes("columns_vault"), how.columns(), vault));
    }

    private static RecipientKey key(ResultSet row, SyncPlan.Identifier identifier, Vault vault) throws SQLException {
        return switch (identifier) {
            case INSZ -> new RecipientKey("", vault.open(row.getBytes("vault")).digits());
            case RECIPIENT_KEY -> RecipientKey.of(vault.openText(row.getBytes("key_vault")));
            case PAIRWISE -> new RecipientKey("", row.getString("line"));
        };
    }

    /** What the recipient said about one line of a delivery; a line that is not in it changes nothing. */
    public static int result(
            Handle handle, String delivery, String line, DeliveryReceipt.LineResult result, String code) {
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
        return handle.createQuery("select count(*) from grants where delivery = :delivery and result is not null")
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

    /** How many people they are: one whom the recipient knows by two keys has two. */
    public static long peopleOfRun(Handle handle, long syncId) {
        return handle.createQuery("select count(distinct coalesce(person, subject)) from grants where sync_id = :sync")
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
                .mapTo(byte[].class)
                .list();
    }

    /** What {@link TariffGrants#open} says. */
    static List<TariffGrants.Row> openTariffs(Handle handle, String agreement, LocalDate on, Objections objections) {
        return HeldGrants.bound(
                        handle.createQuery("select g.subject, g.grant_year, g.vault, g.until_day from grants g"
                                + " where g.agreement = :agreement and g.until_day >= :on"
                                + " and (g.standing = 'OPEN' or (g.standing = 'CALLED' and g.result = 'REFUSED'))"
                                + HeldGrants.not(objections) + " order by g.subject, g.until_day desc"),
                        objections)
                .bind("agreement", agreement)
                .bind("on", on)
                .map(ConstructorMapper.of(TariffGrants.Row.class))
                .list();
    }

    /** What {@link TariffGrants#ended} says. */
    static List<TariffGrants.Ended> endedTariffs(Handle handle, String agreement, LocalDate on) {
        return handle.createQuery("select until_day, count(*) as grants from grants"
                        + " where agreement = :agreement and until_day < :on and standing = 'OPEN'"
                        + " group by until_day order by until_day")
                .bind("agreement", agreement)
                .bind("on", on)
                .map(ConstructorMapper.of(TariffGrants.Ended.class))
                .list();
    }

    /** What a recipient that was called said about one grant; without a result it said nothing that is known, and the grant stays open. */
    static void called(
            Handle handle, String agreement, String subject, int year, Optional<String> result, String code) {
        handle.createUpdate("update grants set standing = :standing, result = :result, code = :code"
                        + " where agreement = :agreement and grant_year = :year and subject = :subject")
                .bind("standing", result.isPresent() ? "CALLED" : "OPEN")
                .bind("result", result)
                .bind("code", code)
                .bind("agreement", agreement)
                .bind("year", year)
                .bind("subject", subject)
                .execute();
    }

    /** Closes what ended on this day and is in no delivery or was refused; what awaits its receipt is not. */
    static long close(Handle handle, String agreement, LocalDate until) {
        return handle.createUpdate("update grants set " + CLOSED
                        + " where agreement = :agreement and until_day = :until and " + CLOSABLE)
                .bind("agreement", agreement)
                .bind("until", until)
                .execute();
    }
}
