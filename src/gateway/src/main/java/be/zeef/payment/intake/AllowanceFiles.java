package be.zeef.payment.intake;

import be.zeef.allowance.AllowanceHead;
import be.zeef.allowance.AllowanceRow;
import be.zeef.sieve.Outcome;
import be.zeef.storage.InstantTexts;
import be.zeef.subject.Today;
import be.zeef.validation.Finding;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** The tables of VUTG's files and of the rows in them. */
final class AllowanceFiles {

    private static final List<String> FOR_A_PERSON =
            List.of("payment.correction-of-paid", "payment.cancellation-of-paid", "payment.refused-account");

    /** Names of an agreement's files by the moment that they were taken in before; the agreement and {@link #after the moment} are bound. */
    static final String TAKEN_BEFORE = "select file from allowance_file where agreement = ? and "
            + InstantTexts.inTime("taken") + " < " + InstantTexts.inTime("cast(? as varchar)");

    private AllowanceFiles() {}

    /** The first moment that is not of a day or one before it. */
    static String after(LocalDate day) {
        return day.plusDays(1).atStartOfDay(Today.ZONE).toInstant().toString();
    }

    /** Rows of files that were taken in up to this day, but those that wait for somebody; how many. */
    static int forget(Handle handle, String agreement, LocalDate until) {
        return handle.execute(
                "delete from allowance_line where agreement = ? and file in (" + TAKEN_BEFORE + ") and not exists"
                        + " (select 1 from allowance a where a.agreement = allowance_line.agreement"
                        + " and a.file = allowance_line.file and a.number = allowance_line.number)",
                agreement,
                agreement,
                after(until));
    }

    /** The digest of the file that was taken in under this id. */
    static Optional<String> digest(Handle handle, String agreement, String file) {
        return handle.select("select digest from allowance_file where agreement = ? and file = ?", agreement, file)
                .mapTo(String.class)
                .findOne();
    }

    static boolean any(Handle handle, String agreement, YearMonth month) {
        return handle.select(
                                "select count(*) from allowance_file where agreement = ? and for_month = ?",
                                agreement,
                                month.toString())
                        .mapTo(Long.class)
                        .one()
                > 0;
    }

    static void insert(Handle handle, String agreement, AllowanceHead head, Instant now) {
        handle.execute(
                "insert into allowance_file (agreement, file, digest, for_month, created, taken) values (?, ?, ?, ?, ?, ?)",
                agreement,
                head.file(),
                head.digest(),
                head.month().toString(),
                head.created().toString(),
                now.toString());
    }

    static void line(
            Handle handle,
            String agreement,
            String file,
            AllowanceRow.Place place,
            String allowance,
            String kind,
            RowResult result) {
        handle.execute(
                "insert into allowance_line (agreement, file, number, line, allowance, kind, outcome, code)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?)",
                agreement,
                file,
                place.number(),
                place.line(),
                allowance,
                kind,
                result.outcome().name(),
                result.code());
    }

    /** How many rows of these files, and of the files of this month, had which outcome. */
    static Map<Outcome, Long> counts(Handle handle, String agreement, YearMonth month, Collection<String> files) {
        return rows(handle, "l.outcome, count(*)", "group by l.outcome", agreement, month, files)
                .map((row, context) -> Map.entry(Outcome.valueOf(row.getString(1)), row.getLong(2)))
                .collectToMap(Map.Entry::getKey, Map.Entry::getValue);
    }

    /** Of the undetermined among the same rows, how many are so for which reason: by the code of their finding. */
    static Map<String, Long> causes(Handle handle, String agreement, YearMonth month, Collection<String> files) {
        return rows(
                        handle,
                        "l.code, count(*)",
                        "and l.outcome = 'UNDETERMINED' group by l.code",
                        agreement,
                        month,
                        files)
                .map((row, context) -> Map.entry(row.getString(1), row.getLong(2)))
                .collectToMap(Map.Entry::getKey, Map.Entry::getValue);
    }

    /** Rows of these files, and of the files of this month, that changed nothing and are for a person to decide. */
    static List<Finding> forAPerson(Handle handle, String agreement, YearMonth month, Collection<String> files) {
        return rows(
                        handle,
                        "l.file, l.number, l.line, l.code",
                        "and l.code in (<codes>) order by l.file, l.number",
                        agreement,
                        month,
                        files)
                .bindList("codes", FOR_A_PERSON)
                .map((row, context) -> Finding.warning(
                        row.getString("code"),
                        Allowances.location(
                                row.getString("file"),
                                new AllowanceRow.Place(row.getInt("number"), row.getInt("line")))))
                .list();
    }

    /**
     * The rows of these files, and of the files of this month.
     *
     * @param wanted columns of a row ({@code l}); words of ours
     * @param rest how the query goes on; words of ours
     */
    private static Query rows(
            Handle handle, String wanted, String rest, String agreement, YearMonth month, Collection<String> files) {
        return handle.createQuery("select " + wanted + " from allowance_line l"
                        + " join allowance_file f on f.agreement = l.agreement and f.file = l.file"
                        + " where l.agreement = :agreement and (f.for_month = :month or l.file in (<files>)) " + rest)
                .bind("agreement", agreement)
                .bind("month", month.toString())
                .bindList("files", files.isEmpty() ? List.of("") : List.copyOf(files));
    }
}
