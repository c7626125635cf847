package be.zeef.sync;

import be.zeef.recipient.DeliveryLine;
import be.zeef.recipient.Receipt;
import be.zeef.subject.Vault;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;

/** The table of grants: one per household and calendar year, once. */
final class Benefits {

    /** Grants a household, unless it has this year's grant: then nothing is inserted. */
    static final String INSERT = "insert into benefit"
            + " (agreement, grant_year, subject, vault, line, category, sync_id, delivery, result, code)"
            + " select cast(? as varchar(64)), cast(? as int), cast(? as varchar(64)), cast(? as varbinary(64)),"
            + " cast(? as varchar(64)), cast(? as varchar(8)), cast(? as bigint), '', '', ''"
            + " where not exists (select 1 from benefit where agreement = ? and grant_year = ? and subject = ?)";

    private Benefits() {}

    static void bind(PreparedStatement insert, Run run, String subject, byte[] sealed, String line, String category)
            throws SQLException {
        String agreement = run.plan().agreement();
        int year = run.row().year();
        insert.setString(1, agreement);
        insert.setInt(2, year);
        insert.setString(3, subject);
        insert.setBytes(4, sealed);
        insert.setString(5, line);
        insert.setString(6, category);
        insert.setLong(7, run.row().id());
        insert.setString(8, agreement);
        insert.setInt(9, year);
        insert.setString(10, subject);
    }

    /** Grants whose line or whole delivery the recipient refused are delivered again with the next delivery. */
    static void retryRefused(Handle handle, String agreement, int year) {
        handle.createUpdate("update benefit set delivery = '', result = '', code = ''"
                        + " where agreement = :agreement and grant_year = :year and (result = 'REFUSED'"
                        + " or delivery in (select name from delivery where state = 'REFUSED'))")
                .bind("agreement", agreement)
                .bind("year", year)
                .execute();
    }

    static long noLongerEligible(Handle handle, String agreement, SyncRow row) {
        return handle.createQuery("select count(*) from benefit b join decision d"
                        + " on d.sync_id = :sync and d.subject = b.subject"
                        + " where b.agreement = :agreement and b.grant_year = :year and d.outcome = 'NOT_ELIGIBLE'")
                .bind("sync", row.id())
                .bind("agreement", agreement)
                .bind("year", row.year())
                .mapTo(Long.class)
                .one();
    }

    static long undelivered(Handle handle, String agreement, int year) {
        return handle.createQuery("select count(*) from benefit"
                        + " where agreement = :agreement and grant_year = :year and delivery = ''")
                .bind("agreement", agreement)
                .bind("year", year)
                .mapTo(Long.class)
                .one();
    }

    /** Tells the lines not yet in a delivery, in ascending order of id. */
    static void eachUndelivered(Handle handle, SyncPlan plan, int year, Vault vault, Consumer<DeliveryLine> line) {
        boolean insz = plan.identifier() == SyncPlan.Identifier.INSZ;
        handle.createQuery("select line, subject, vault, category from benefit"
                        + " where agreement = :agreement and grant_year = :year and delivery = '' order by line")
                .bind("agreement", plan.agreement())
                .bind("year", year)
                .setFetchSize(5000)
                .map((row, context) -> new DeliveryLine(
                        row.getString(1),
                        insz ? vault.open(row.getBytes(3)).digits() : row.getString(1),
                        row.getString(4),
                        LocalDate.of(year, 1, 1),
                        LocalDate.of(year, 12, 31)))
                .forEach(line);
    }

    static void deliveredIn(Handle handle, String agreement, int year, String delivery) {
        handle.createUpdate("update benefit set delivery = :delivery"
                        + " where agreement = :agreement and grant_year = :year and delivery = ''")
                .bind("delivery", delivery)
                .bind("agreement", agreement)
                .bind("year", year)
                .execute();
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
