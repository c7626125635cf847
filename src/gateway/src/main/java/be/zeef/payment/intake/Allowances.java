package be.zeef.payment.intake;

import be.zeef.allowance.AllowanceHead;
import be.zeef.allowance.AllowanceRow;
import be.zeef.sieve.Outcome;
import be.zeef.storage.InstantTexts;
import be.zeef.validation.Location;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/**
 * The table {@code allowance}: what VUTG said last of each. Which of them wait for a premium that is paid is read beside {@code premium} and
 * {@code payment}.
 */
final class Allowances {

    private static final RowMapper<Known> KNOWN = ConstructorMapper.of(Known.class);

    private Allowances() {}

    record Known(
            String allowance,
            String child,
            Instant created,
            String file,
            int number,
            int line,
            Outcome outcome,
            String code) {

        /** Where it was said, for somebody who opens that file. */
        Location location() {
            return Allowances.location(file, new AllowanceRow.Place(number, line));
        }
    }

    static Location location(String file, AllowanceRow.Place place) {
        return new Location(place.line(), 0, file + " row " + place.number());
    }

    static Optional<Known> find(Handle handle, String agreement, String allowance) {
        return handle.select("select * from allowance where agreement = ? and allowance = ?", agreement, allowance)
                .map(KNOWN)
                .findOne();
    }

    static void put(
            Handle handle,
            String agreement,
            String allowance,
            AllowanceHead head,
            AllowanceRow.Place place,
            RowResult result) {
        handle.execute("delete from allowance where agreement = ? and allowance = ?", agreement, allowance);
        handle.execute(
                "insert into allowance (agreement, allowance, child, created, file, number, line, outcome, code)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                agreement,
                allowance,
                result.child(),
                head.created().toString(),
                head.file(),
                place.number(),
                place.line(),
                result.outcome().name(),
                result.code());
    }

    /** Nothing changed, but it was said of late: what an older file says does not count any more. */
    static void saidAgain(Handle handle, String agreement, String allowance, AllowanceHead head) {
        handle.execute(
                "update allowance set created = ? where agreement = ? and allowance = ? and "
                        + InstantTexts.inTime("created") + " < " + InstantTexts.inTime("cast(? as varchar)"),
                head.created().toString(),
                agreement,
                allowance,
                head.created().toString());
    }

    static List<Known> undetermined(Handle handle, String agreement) {
        return handle.select(
                        "select * from allowance where agreement = ? and outcome = 'UNDETERMINED' order by "
                                + InstantTexts.inTime("created") + ", file, number",
                        agreement)
                .map(KNOWN)
                .list();
    }

    /** Allowances that wait because the child has a premium under another one. */
    static List<Known> waiting(Handle handle, String agreement, String child) {
        return handle.select(
                        "select * from allowance where agreement = ? and child = ? and code = 'payment.already'",
                        agreement,
                        child)
                .map(KNOWN)
                .list();
    }

    /** Those that waited for a premium which is paid by now wait no more; one without transfers was paid so long ago that they are not kept. */
    static void settleWaiting(Handle handle, String agreement) {
        handle.execute(
                "update allowance set outcome = 'NOT_ELIGIBLE', code = 'payment.already-paid' where agreement = ?"
                        + " and code = 'payment.already' and exists (select 1 from premium m where m.agreement = allowance.agreement and m.child = allowance.child)"
                        + " and (exists (select 1 from payment p where p.agreement = allowance.agreement"
                        + " and p.child = allowance.child and p.state in ('ACCEPTED', 'OTHER_MEANS', 'PAID'))"
                        + " or not exists (select 1 from payment p where p.agreement = allowance.agreement"
                        + " and p.child = allowance.child))",
                agreement);
    }

    /** What was said last in files that were taken in up to this day goes; what waits for somebody stays. */
    static void forget(Handle handle, String agreement, LocalDate until) {
        handle.execute(
                "delete from allowance where agreement = ? and outcome <> 'UNDETERMINED' and file in ("
                        + AllowanceFiles.TAKEN_BEFORE + ")",
                agreement,
                agreement,
                AllowanceFiles.after(until));
    }

    /** What a child's premium follows from. */
    static Optional<Known> ofPremium(Handle handle, String agreement, String child) {
        return handle.select(
                        "select a.* from allowance a join premium m on m.agreement = a.agreement and m.allowance = a.allowance"
                                + " where m.agreement = ? and m.child = ?",
                        agreement,
                        child)
                .map(KNOWN)
                .findOne();
    }
}
