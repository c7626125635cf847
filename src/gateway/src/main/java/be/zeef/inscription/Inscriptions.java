package be.zeef.inscription;

import be.zeef.run.Run;
import be.zeef.subject.Population;
import be.zeef.subject.Vault;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** The table of those whom MAGDA's repertory knows us to ask about, compared with the population of today. */
final class Inscriptions {

    /** Adds one; standing already is no error. */
    static final String ADD = "insert into inscription (agreement, subject, vault, since, needed)"
            + " select cast(? as varchar(64)), cast(? as varchar(64)), cast(? as varbinary(64)), cast(? as date), cast(? as date)"
            + " where not exists (select 1 from inscription where agreement = ? and subject = ?)";

    /** The same with named places. */
    static final String ADD_NEEDED = "insert into inscription (agreement, subject, vault, since, needed)"
            + " select cast(:agreement as varchar(64)), cast(:subject as varchar(64)), cast(:vault as varbinary(64)),"
            + " cast(:since as date), cast(:needed as date)"
            + " where not exists (select 1 from inscription where agreement = :agreement and subject = :subject)";

    static final String REMOVE = "delete from inscription where agreement = ? and subject = ?";

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
        return run.jdbi().withHandle(handle -> compare(handle, run.plan().agreement(), vault, population));
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
                .map((row, context) -> row.getBytes(1))
                .list();
    }

    static void bindAdd(PreparedStatement add, String agreement, String subject, byte[] sealed, LocalDate since)
            throws SQLException {
        add.setString(1, agreement);
        add.setString(2, subject);
        add.setBytes(3, sealed);
        add.setObject(4, since);
        add.setObject(5, since);
        add.setString(6, agreement);
        add.setString(7, subject);
    }
}
