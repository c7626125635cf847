package be.zeef.grant;

import be.zeef.plan.SyncPlan;
import be.zeef.subject.Insz;
import be.zeef.subject.PeopleAtRest;
import be.zeef.subject.Pseudonyms;
import be.zeef.subject.Vault;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Arrays;
import java.util.List;
import org.jdbi.v3.core.Handle;

/**
 * Grants in batches: one grant per subject and period, once. Where the agreement says that a better value replaces what
 * was granted, it does so and goes out again as a line of its own; a worse one changes nothing. A better one waits while the
 * recipient has not answered the delivery that the earlier one is in, or its receipt would miss a line ({@link Improvements}).
 */
public final class GrantWriter implements AutoCloseable {

    /** Stands for the run where a clerk grants. */
    public static final long NO_RUN = 0;

    /** Grants, unless the subject has this period's grant: then nothing is inserted. */
    private static final String INSERT = "insert into grants (agreement, grant_year, subject, vault, key_vault, line,"
            + " flag_value, from_day, until_day, sync_id, result, code)"
            + " select cast(? as varchar(64)), cast(? as int), cast(? as varchar(64)), cast(? as varbinary(64)),"
            + " cast(? as varbinary(200)), cast(? as varchar(64)), cast(? as varchar(8)), cast(? as date),"
            + " cast(? as date), cast(? as bigint), '', ''"
            + " where not exists (select 1 from grants where agreement = ? and grant_year = ? and subject = ?)";

    private static final String IMPROVE = "update grants set flag_value = ?, line = ?, key_vault = ?, sync_id = ?,"
            + " delivery = null, result = '', code = ''"
            + " where agreement = ? and grant_year = ? and subject = ? and flag_value = ?"
            + " and (delivery is null or delivery in " + Improvements.SETTLED + ")";

    private final SyncPlan.Granted granted;
    private final long syncId;
    private final String agreement;
    private final Pseudonyms pseudonyms;
    private final Vault vault;
    private final PreparedStatement insert;
    private final PreparedStatement improve;
    private final ImprovementWriter improvements;

    /**
     * @param syncId the run that grants, or {@link #NO_RUN}
     * @param people how those of the agreement stand in its tables
     */
    public GrantWriter(Handle handle, SyncPlan.Granted granted, long syncId, PeopleAtRest people) throws SQLException {
        this.granted = granted;
        this.syncId = syncId;
        this.agreement = people.agreement();
        this.pseudonyms = people.pseudonyms();
        this.vault = people.vault();
        this.insert = handle.getConnection().prepareStatement(INSERT);
        this.improve = handle.getConnection().prepareStatement(IMPROVE);
        this.improvements = new ImprovementWriter(handle, agreement, syncId);
    }

    /** @param key the recipient's own key of the subject; empty where it has none */
    public void grant(Insz person, String key, String value) throws SQLException {
        String subject = pseudonyms.hexAtRest(person.value());
        String line = line(person, value);
        int year = granted.period().year();
        for (String worse : worse(value)) {
            improve.setString(1, value);
            improve.setString(2, line);
            seal(improve, 3, key);
            improve.setLong(4, syncId);
            improve.setString(5, agreement);
            improve.setInt(6, year);
            improve.setString(7, subject);
            improve.setString(8, worse);
            improve.addBatch();
            improvements.keep(subject, year, value, line, key.isEmpty() ? null : vault.seal(key), worse);
        }
        insert.setString(1, agreement);
        insert.setInt(2, year);
        insert.setString(3, subject);
        insert.setBytes(4, vault.seal(person.value()));
        seal(insert, 5, key);
        insert.setString(6, line);
        insert.setString(7, value);
        insert.setObject(8, granted.period().from());
        insert.setObject(9, granted.period().until());
        insert.setLong(10, syncId);
        insert.setString(11, agreement);
        insert.setInt(12, year);
        insert.setString(13, subject);
        insert.addBatch();
    }

    /** Where a value can be replaced its lines must differ, or the recipient would take the second for the first. */
    private String line(Insz person, String value) {
        int year = granted.period().year();
        return granted.improves().isEmpty()
                ? pseudonyms.line(person.value(), year)
                : pseudonyms.line(person.value(), year, value);
    }

    private List<String> worse(String value) {
        return granted.improves().stream()
                .filter(other -> granted.isBetter(value, other))
                .toList();
    }

    private void seal(PreparedStatement statement, int place, String key) throws SQLException {
        if (key.isEmpty()) {
            statement.setNull(place, Types.VARBINARY);
        } else {
            statement.setBytes(place, vault.seal(key));
        }
    }

    /** Stores what was granted since; how many grants are new, improved ones and those that are to be too. */
    public int flush() throws SQLException {
        return changed(improve) + improvements.flush() + changed(insert);
    }

    private static int changed(PreparedStatement batch) throws SQLException {
        return Arrays.stream(batch.executeBatch())
                .map(count -> Math.max(0, count))
                .sum();
    }

    @Override
    public void close() throws SQLException {
        improve.close();
        improvements.close();
        insert.close();
    }
}
