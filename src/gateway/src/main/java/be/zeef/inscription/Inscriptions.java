package be.zeef.inscription;

import be.zeef.run.Run;
import be.zeef.subject.Population;
import be.zeef.subject.Vault;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** The table {@code inscription}: those whom MAGDA's repertory knows us to ask about, compared with the population of today. */
final class Inscriptions {

    /** Adds one; standing already is no error. */
    private static final String ADD = "insert into inscription (agreement, subject, vault, since, needed)"
            + " select cast(:agreement as varchar), cast(:subject as varchar), cast(:vault as <bytes>),"
            + " cast(:since as date), cast(:needed as date)"
            + " where not exists (select 1 from inscription where agreement = :agreement and subject = :subject)";

    private Inscriptions() {}

    /**
     * Who of the population is inscribed, and who is inscribed but has left it. Who was born after the day of a late run
     * was inscribed by a run of a later day, and has not left.
     *
     * @param places of the population
     * @param leavers their INSZ, ascending
     */
    record Compared(BitSet places, long[] leavers) {}

    static Compared compare(Run run, Population population) {
        Vault vault = run.people().vault();
        return run.jdbi().inTransaction(handle -> compare(handle, run.plan().agreement(), vault, population));
    }

    private static Compared compare(Handle handle, String agreement, Vault vault, Population population) {
        BitSet places = new BitSet(population.size());
        List<Long> leavers = new ArrayList<>();
        handle.createQuery("select vault from inscription where agreement = :agreement")
                .bind("agreement", agreement)
                .setFetchSize(5000)
                .map((row, context) -> vault.open(row.getBytes(1)).value())
                .forEach(insz -> {
                    int place = population.placeOf(insz);
                    if (place >= 0) {
                        places.set(place);
                    } else if (!population.notYetBorn(insz)) {
                        leavers.add(insz);
                    }
                });
        return new Compared(
                places, leavers.stream().mapToLong(Long::longValue).sorted().toArray());
    }

    /** The sealed people of those that no run or question has needed since that day. */
    static List<byte[]> notNeededSince(Handle handle, String agreement, LocalDate day) {
        return handle.createQuery("select vault from inscription where agreement = :agreement and needed < :day")
                .bind("agreement", agreement)
                .bind("day", day)
                .mapTo(byte[].class)
                .list();
    }

    /** Takes those who are inscribed, by {@link #add}; nothing is stored before it is executed. */
    static PreparedBatch additions(Handle handle) {
        return handle.prepareBatch(ADD);
    }

    static void add(PreparedBatch additions, String agreement, String subject, byte[] sealed, LocalDate since) {
        additions
                .bind("agreement", agreement)
                .bind("subject", subject)
                .bind("vault", sealed)
                .bind("since", since)
                .bind("needed", since)
                .add();
    }

    /** Takes those who are inscribed no more, by {@link #remove}; likewise. */
    static PreparedBatch removals(Handle handle) {
        return handle.prepareBatch("delete from inscription where agreement = :agreement and subject = :subject");
    }

    static void remove(PreparedBatch removals, String agreement, String subject) {
        removals.bind("agreement", agreement).bind("subject", subject).add();
    }

    /** Whether this one stands there. */
    static boolean stands(Handle handle, String agreement, String subject) {
        return handle.createQuery(
                                "select count(*) from inscription where agreement = :agreement and subject = :subject")
                        .bind("agreement", agreement)
                        .bind("subject", subject)
                        .mapTo(Integer.class)
                        .one()
                > 0;
    }

    /** Whether this one stands there; then it was needed today. */
    static boolean needed(Handle handle, String agreement, String subject, LocalDate today) {
        return handle.createUpdate("update inscription set needed = :today"
                                + " where agreement = :agreement and subject = :subject")
                        .bind("today", today)
                        .bind("agreement", agreement)
                        .bind("subject", subject)
                        .execute()
                > 0;
    }

    /** Adds one that a question needs today. */
    static void addNeeded(
            Handle handle, String agreement, String subject, byte[] sealed, LocalDate since, LocalDate today) {
        handle.createUpdate(ADD)
                .bind("agreement", agreement)
                .bind("subject", subject)
                .bind("vault", sealed)
                .bind("since", since)
                .bind("needed", today)
                .execute();
    }
}
