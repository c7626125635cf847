package be.zeef.schedule;

import static be.zeef.storage.InstantTexts.inTime;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/** The table {@code moment}: what became of each. */
final class MomentRows {

    private MomentRows() {}

    static Optional<MomentRow> find(Handle handle, String agreement, LocalDate on) {
        return handle.select("select * from moment where agreement = ? and on_date = ?", agreement, on)
                .map(ConstructorMapper.of(MomentRow.class))
                .findOne();
    }

    /** Of this agreement, those that something is still to become of, in order of their time. */
    static List<MomentRow> open(Handle handle, String agreement) {
        return handle.select(
                        "select * from moment where agreement = ? and state in ('PLANNED', 'BEGUN') order by "
                                + inTime("at") + ", on_date",
                        agreement)
                .map(ConstructorMapper.of(MomentRow.class))
                .list();
    }

    /** Of this agreement, the last that came, the latest first. */
    static List<MomentRow> last(Handle handle, String agreement, Instant now, int most) {
        return handle.select(
                        "select * from moment where agreement = ? and " + inTime("at") + " <= " + inTime("?")
                                + " and state <> 'CANCELLED' order by " + inTime("at")
                                + " desc, on_date desc limit ?",
                        agreement,
                        now,
                        most)
                .map(ConstructorMapper.of(MomentRow.class))
                .list();
    }

    /** Stores one that is not there yet; whether it was not. */
    static boolean add(Handle handle, MomentRow row) {
        if (find(handle, row.agreement(), row.on()).isPresent()) {
            return false;
        }
        handle.execute(
                "insert into moment (agreement, on_date, at, by_hand, state, why, turn, failures, again)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                row.agreement(),
                row.on(),
                row.at(),
                row.byHand(),
                row.state(),
                row.why(),
                row.turn(),
                row.failures(),
                row.again());
        return true;
    }

    /**
     * Stores what became of one.
     *
     * @param before as it was when it was looked at
     * @return whether it was still so: otherwise another node has taken it up since, and nothing is stored
     */
    static boolean put(Handle handle, MomentRow before, MomentRow after) {
        return handle.execute(
                        "update moment set at = ?, by_hand = ?, state = ?, why = ?, turn = ?, failures = ?, again = ?"
                                + " where agreement = ? and on_date = ? and state = ? and turn = ?",
                        after.at(),
                        after.byHand(),
                        after.state(),
                        after.why(),
                        after.turn(),
                        after.failures(),
                        after.again(),
                        before.agreement(),
                        before.on(),
                        before.state(),
                        before.turn())
                == 1;
    }

    /** Keeps when it began first. */
    static void begun(Handle handle, MomentRow row, Instant now) {
        handle.execute(
                "update moment set begun = coalesce(begun, ?) where agreement = ? and on_date = ?",
                now,
                row.agreement(),
                row.on());
    }

    /** When it began first; empty when it never did. */
    static Optional<Instant> begun(Handle handle, MomentRow row) {
        return handle.select(
                        "select begun from moment where agreement = ? and on_date = ? and begun is not null",
                        row.agreement(),
                        row.on())
                .mapTo(Instant.class)
                .findOne();
    }
}
