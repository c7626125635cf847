package be.zeef.grant;

import be.zeef.subject.PeopleAtRest;
import be.zeef.subject.Pseudonyms;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/**
 * The table {@code grant_member}: remembers everybody who stood in the household of a grant's subject on the day it was
 * granted, so that nobody brings the same grant into another household of the period. Pseudonyms only. Write in batches on one
 * transaction's connection.
 */
public final class GrantMembers implements AutoCloseable {

    private static final int BATCH = 2000;

    /** Who stood in two granted households of a period is remembered with both. */
    private static final String ADD = "insert into grant_member (agreement, grant_year, member, subject)"
            + " select cast(:agreement as varchar), cast(:year as int), cast(:member as varchar),"
            + " cast(:subject as varchar) where not exists (select 1 from grant_member"
            + " where agreement = :agreement and grant_year = :year and member = :member and subject = :subject)";

    private final String benefit;
    private final int year;
    private final Pseudonyms pseudonyms;
    private final PreparedBatch add;
    private int waiting;

    /**
     * @param people how those of the agreement stand in its tables
     * @param year which grants of one subject are of the same period
     */
    public GrantMembers(Handle handle, PeopleAtRest people, int year) {
        this.benefit = people.benefit();
        this.year = year;
        this.pseudonyms = people.pseudonyms();
        this.add = handle.prepareBatch(ADD);
    }

    /** @param subject whose household the member stood in */
    public void add(long member, long subject) {
        add.bind("agreement", benefit)
                .bind("year", year)
                .bind("member", pseudonyms.hexAtRest(member))
                .bind("subject", pseudonyms.hexAtRest(subject))
                .add();
        if (++waiting == BATCH) {
            flush();
        }
    }

    private void flush() {
        add.execute();
        waiting = 0;
    }

    @Override
    public void close() {
        flush();
        add.close();
    }
}
