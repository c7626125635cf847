package be.zeef.claim;

import be.zeef.storage.Duplicates;
import be.zeef.storage.InstantTexts;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.mapper.reflect.ColumnName;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/** The tables {@code claim} and {@code claim_lock}: what was claimed and what became of it. */
final class Claims {

    private static final RowMapper<Row> ROW = ConstructorMapper.of(Row.class);

    private Claims() {}

    /** What became of a claim. */
    enum State {
        GRANTED,
        REFUSED,
        NOTHING_LEFT,
        /** Nobody could say; entered again, it is looked into again. */
        UNDETERMINED,
        /** By a clerk, before anything of it left. */
        WITHDRAWN
    }

    /** @param id what it is called among payments */
    record Row(
            String reference,
            String id,
            @ColumnName("claim_year") int year,
            String subject,
            String association,
            long asked,
            long granted,
            long remaining,
            State state,
            String clerk,
            @ColumnName("on_day") LocalDate on,
            String entered) {

        @Override
        public String toString() {
            return "Claim";
        }
    }

    /** Makes the row that {@link #lock} waits at; once for an agreement. */
    static void prepare(Jdbi jdbi, String agreement) {
        Duplicates.inTransaction(jdbi, handle -> {
            boolean there = handle.select("select agreement from claim_lock where agreement = ?", agreement)
                    .mapTo(String.class)
                    .findOne()
                    .isPresent();
            return there ? 0 : handle.execute("insert into claim_lock (agreement) values (?)", agreement);
        });
    }

    /** Nobody else decides about a claim under this agreement until this transaction ends. */
    static void lock(Handle handle, String agreement) {
        handle.select("select agreement from claim_lock where agreement = ? for update", agreement)
                .mapTo(String.class)
                .one();
    }

    static Optional<Row> find(Handle handle, String agreement, String reference) {
        return handle.select("select * from claim where agreement = ? and reference = ?", agreement, reference)
                .map(ROW)
                .findOne();
    }

    /** The one of this id among payments. */
    static Optional<Row> ofPayment(Handle handle, String agreement, String id) {
        return handle.select("select * from claim where agreement = ? and id = ?", agreement, id)
                .map(ROW)
                .findOne();
    }

    /** The newest first. */
    static List<Row> ofYear(Handle handle, String agreement, int year) {
        return handle.select(
                        "select * from claim where agreement = ? and claim_year = ? order by "
                                + InstantTexts.inTime("entered") + " desc, reference",
                        agreement,
                        year)
                .map(ROW)
                .list();
    }

    /** How many there are of a year in each state. */
    static Map<State, Long> counts(Handle handle, String agreement, int year) {
        Map<State, Long> counts = new TreeMap<>();
        handle.createQuery("select state, count(*) as n from claim where agreement = :agreement"
                        + " and claim_year = :year group by state")
                .bind("agreement", agreement)
                .bind("year", year)
                .map((row, context) -> counts.put(State.valueOf(row.getString("state")), row.getLong("n")))
                .forEach(put -> {});
        return counts;
    }

    /**
     * What somebody was granted in a year, in eurocents.
     *
     * @param numbers the pseudonyms of all numbers of the person
     */
    static long granted(Handle handle, String agreement, int year, Collection<String> numbers) {
        return handle.createQuery("select coalesce(sum(granted), 0) from claim where agreement = :agreement"
                        + " and claim_year = :year and state = 'GRANTED' and subject in (<numbers>)")
                .bind("agreement", agreement)
                .bind("year", year)
                .bindList("numbers", numbers)
                .mapTo(Long.class)
                .one();
    }

    /** In the place of the one of this reference that nobody could decide about, or for which nothing was left. */
    static void put(Handle handle, String agreement, Row row) {
        handle.execute(
                "delete from claim where agreement = ? and reference = ? and state in ('UNDETERMINED', 'NOTHING_LEFT')",
                agreement,
                row.reference);
        handle.execute(
                "insert into claim (agreement, reference, id, claim_year, subject, association, asked, granted, remaining,"
                        + " state, clerk, on_day, entered) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                agreement,
                row.reference,
                row.id,
                row.year,
                row.subject,
                row.association,
                row.asked,
                row.granted,
                row.remaining,
                row.state.name(),
                row.clerk,
                row.on,
                row.entered);
    }

    static void withdraw(Handle handle, String agreement, Row row) {
        handle.execute(
                "update claim set state = 'WITHDRAWN' where agreement = ? and reference = ?", agreement, row.reference);
    }

    /**
     * Claims of years up to this one; how many. What was paid of them stands with the payments.
     *
     * @param but ids among payments of those that stay
     */
    static long remove(Handle handle, String agreement, int year, Collection<String> but) {
        return handle.createUpdate("delete from claim where agreement = :agreement and claim_year <= :year"
                        + (but.isEmpty() ? "" : " and id not in (<but>)"))
                .bind("agreement", agreement)
                .bind("year", year)
                .bindList("but", but.isEmpty() ? List.of("") : List.copyOf(but))
                .execute();
    }
}
