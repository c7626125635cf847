package be.zeef.sync;

import be.zeef.subject.Insz;
import be.zeef.subject.Pseudonyms;
import be.zeef.subject.Vault;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.List;
import org.jdbi.v3.core.Handle;

/**
 * Grants in batches: one grant per subject and period, once. Where the agreement says that a better value replaces what
 * was granted, it does so and goes out again as a line of its own; a worse one changes nothing.
 */
final class GrantWriter implements AutoCloseable {

    /** Grants, unless the subject has this period's grant: then nothing is inserted. */
    private static final String INSERT = "insert into benefit (agreement, grant_year, subject, vault, key_vault, line,"
            + " category, from_day, until_day, sync_id, delivery, result, code)"
            + " select cast(? as varchar(64)), cast(? as int), cast(? as varchar(64)), cast(? as varbinary(64)),"
            + " cast(? as varbinary(200)), cast(? as varchar(64)), cast(? as varchar(8)), cast(? as date),"
            + " cast(? as date), cast(? as bigint), '', '', ''"
            + " where not exists (select 1 from benefit where agreement = ? and grant_year = ? and subject = ?)";

    private static final String IMPROVE = "update benefit set category = ?, line = ?, key_vault = ?, sync_id = ?,"
            + " delivery = '', result = '', code = ''"
            + " where agreement = ? and grant_year = ? and subject = ? and category = ?"
            // what the recipient has not yet answered is improved by the next run, or its receipt would miss a line
            + " and (delivery = '' or delivery in (select name from delivery where state in ('CONFIRMED', 'REFUSED')))";

    private final Run run;
    private final SyncPlan.Granted granted;
    private final Pseudonyms pseudonyms;
    private final Vault vault;
    private final PreparedStatement insert;
    private final PreparedStatement improve;

    GrantWriter(Run run, Handle handle, Pseudonyms pseudonyms, Vault vault) throws SQLException {
        this.run = run;
        this.granted = run.plan().granted();
        this.pseudonyms = pseudonyms;
        this.vault = vault;
        this.insert = handle.getConnection().prepareStatement(INSERT);
        this.improve = handle.getConnection().prepareStatement(IMPROVE);
    }

    void grant(Insz person, String subject, String key, String value) throws SQLException {
        String line = line(person, value);
        for (String worse : worse(value)) {
            improve.setString(1, value);
            improve.setString(2, line);
            seal(improve, 3, key);
            improve.setLong(4, run.row().id());
            improve.setString(5, run.plan().agreement());
            improve.setInt(6, run.year());
            improve.setString(7, subject);
            improve.setString(8, worse);
            improve.addBatch();
        }
        insert.setString(1, run.plan().agreement());
        insert.setInt(2, run.year());
        insert.setString(3, subject);
        insert.setBytes(4, vault.seal(person.value()));
        seal(insert, 5, key);
        insert.setString(6, line);
        insert.setString(7, value);
        insert.setObject(8, granted.period().from());
        insert.setObject(9, granted.period().until());
        insert.setLong(10, run.row().id());
        insert.setString(11, run.plan().agreement());
        insert.setInt(12, run.year());
        insert.setString(13, subject);
        insert.addBatch();
    }

    /** Where a value can be replaced its lines must differ, or the recipient would take the second for the first. */
    private String line(Insz person, String value) {
        return granted.improves().isEmpty()
                ? pseudonyms.line(person.value(), run.year())
                : pseudonyms.line(person.value(), run.year(), value);
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

    void flush() throws SQLException {
        improve.executeBatch();
        insert.executeBatch();
    }

    @Override
    public void close() throws SQLException {
        improve.close();
        insert.close();
    }
}
