package be.zeef.grant;

import be.zeef.plan.SyncPlan;
import be.zeef.subject.Insz;
import be.zeef.subject.PeopleAtRest;
import be.zeef.subject.Pseudonyms;
import be.zeef.subject.Vault;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/**
 * Writes the table of grants ({@link Grants}) in batches: one grant per subject and period, once. Where the agreement says that a
 * better value replaces what was granted, it does so and goes out again as a line of its own; a worse one changes nothing. A better
 * one waits while the recipient has not answered the delivery that the earlier one is in, or its receipt would miss a line
 * ({@link Improvements}).
 */
public final class GrantWriter implements AutoCloseable {

    /** Stands for the run in the ledger where a clerk grants; the grant itself belongs to none. */
    public static final long NO_RUN = 0;

    /** Grants, unless the subject has this period's grant: then nothing is inserted. */
    private static final String INSERT =
            "insert into grants (agreement, grant_year, subject, vault, key_vault, columns_vault, line,"
                    + " flag_value, from_day, until_day, sync_id, code, person)"
                    + " select cast(:agreement as varchar), cast(:year as int), cast(:subject as varchar),"
                    + " cast(:vault as <bytes>), cast(:key as <bytes>), cast(:columns as <bytes>), cast(:line as varchar), cast(:value as varchar),"
                    + " cast(:from as date), cast(:until as date), cast(:sync as bigint), '', cast(:person as varchar)"
                    + " where not exists (select 1 from grants"
                    + " where agreement = :agreement and grant_year = :year and subject = :subject)";

    /** Grants anew what was closed because its subject was said to have died, and the register says so no more. */
    private static final String REOPEN = "update grants set flag_value = :value, line = :line, from_day = :from,"
            + " until_day = :until, key_vault = cast(:key as <bytes>), columns_vault = cast(:columns as <bytes>), sync_id = :sync, "
            + Grants.OPENED + " where agreement = :agreement and grant_year = :year and subject = :subject and "
            + DeceasedGrants.CLOSED;

    private static final String IMPROVE = "update grants set flag_value = :value, line = :line, from_day = :from,"
            + " key_vault = cast(:key as <bytes>), columns_vault = cast(:columns as <bytes>), sync_id = :sync, "
            + Grants.OPENED
            + " where agreement = :agreement and grant_year = :year and subject = :subject and flag_value = :worse"
            + " and " + Improvements.mayReplace("", ":from");

    private final SyncPlan.Granted granted;
    private final long syncId;
    private final String benefit;
    private final Pseudonyms pseudonyms;
    private final Vault vault;
    private final Holders holders;
    private final PreparedBatch insert;
    private final PreparedBatch reopen;
    private final PreparedBatch improve;
    private final ImprovementWriter improvements;

    /**
     * @param syncId the run that grants, or {@link #NO_RUN}
     * @param people how those of the agreement stand in its tables
     */
    public GrantWriter(Handle handle, SyncPlan.Granted granted, long syncId, PeopleAtRest people) {
        this.granted = granted;
        this.syncId = syncId;
        this.benefit = people.benefit();
        this.pseudonyms = people.pseudonyms();
        this.vault = people.vault();
        this.holders = new Holders(handle, people);
        this.insert = handle.prepareBatch(INSERT);
        this.reopen = handle.prepareBatch(REOPEN);
        this.improve = handle.prepareBatch(IMPROVE);
        this.improvements = new ImprovementWriter(handle, benefit, syncId);
    }

    /** What no source says the beginning of. */
    public void grant(Insz person, String key, String value) {
        grant(person, key, value, Optional.empty());
    }

    /** What nothing of the population goes along with. */
    public void grant(Insz person, String key, String value, Optional<LocalDate> since) {
        grant(person, key, value, since, Map.of());
    }

    /**
     * Grants.
     *
     * @param key the recipient's own key of the subject ({@link be.zeef.subject.RecipientKey#written}); empty where it has none
     * @param since from when the right runs, where a source says it
     * @param columns what goes along of the population, by the names that leave
     */
    public void grant(Insz person, String key, String value, Optional<LocalDate> since, Map<String, String> columns) {
        Holders.Holder holder = holders.of(person, key, granted.period().year());
        String line = line(person, value, holder);
        LocalDate from = granted.from(value, since);
        for (String worse : worse(value)) {
            bind(improve, holder.subject(), line, key, value, columns)
                    .bind("worse", worse)
                    .bind("from", from)
                    .add();
            improvements.keep(
                    holder.subject(),
                    new ImprovementWriter.Better(
                            granted.period().year(),
                            value,
                            line,
                            key.isEmpty() ? null : vault.seal(key),
                            SealedColumns.seal(columns, vault),
                            from),
                    worse);
        }
        bind(reopen, holder.subject(), line, key, value, columns)
                .bind("from", from)
                .bind("until", granted.period().until())
                .add();
        bind(insert, holder.subject(), line, key, value, columns)
                .bind("person", holder.person().orElse(null))
                .bind("vault", vault.seal(person.value()))
                .bind("from", from)
                .bind("until", granted.period().until())
                .add();
    }

    private PreparedBatch bind(
            PreparedBatch batch, String subject, String line, String key, String value, Map<String, String> columns) {
        return batch.bind("agreement", benefit)
                .bind("year", granted.period().year())
                .bind("subject", subject)
                .bind("line", line)
                .bind("key", key.isEmpty() ? null : vault.seal(key))
                .bind("columns", SealedColumns.seal(columns, vault))
                .bind("value", value)
                .bind("sync", ofRun(syncId));
    }

    /** The run that a grant belongs to, in its table; null for what a clerk granted. */
    static Long ofRun(long syncId) {
        return syncId == NO_RUN ? null : syncId;
    }

    /** Where a value can be replaced its lines must differ, or the recipient would take the second for the first. */
    private String line(Insz person, String value, Holders.Holder holder) {
        int year = granted.period().year();
        String told = granted.improves().isEmpty() ? "" : value;
        return told.isEmpty() && holder.apart().isEmpty()
                ? pseudonyms.line(person.value(), year)
                : pseudonyms.line(person.value(), year, told + holder.apart());
    }

    private List<String> worse(String value) {
        return granted.improves().stream()
                .filter(other -> granted.isBetter(value, other))
                .toList();
    }

    /** Stores what was granted since; how many grants are new, improved ones and those that are to be too. */
    public int flush() {
        return changed(improve) + improvements.flush() + changed(reopen) + changed(insert);
    }

    private static int changed(PreparedBatch batch) {
        return Arrays.stream(batch.execute()).map(count -> Math.max(0, count)).sum();
    }

    @Override
    public void close() {
        improve.close();
        improvements.close();
        insert.close();
        reopen.close();
    }
}
