package be.zeef.schedule;

import be.zeef.ledger.event.SyncStarted;
import java.time.Instant;
import java.time.LocalDate;
import org.jdbi.v3.core.mapper.reflect.ColumnName;

/**
 * One moment, as stored.
 *
 * @param on the day that its run is of; an agreement has one moment of a day
 * @param at when it should begin
 * @param byHand whether somebody asked for it, rather than the schedule
 * @param why a word of ours that tells more of the state; empty where there is none
 * @param turn how many times a node has taken it up: who writes under an older number was overtaken, and writes nothing
 * @param failures how many of those failed
 * @param again from when on it may be taken up
 */
public record MomentRow(
        String agreement,
        @ColumnName("on_date") LocalDate on,
        Instant at,
        @ColumnName("by_hand") boolean byHand,
        MomentState state,
        String why,
        int turn,
        int failures,
        Instant again) {

    static MomentRow planned(String agreement, Moment moment, boolean byHand) {
        return new MomentRow(agreement, moment.day(), moment.at(), byHand, MomentState.PLANNED, "", 0, 0, moment.at());
    }

    /** The same where this became of it. */
    MomentRow in(MomentState next, String because) {
        return new MomentRow(agreement, on, at, byHand, next, because, turn, failures, again);
    }

    /** The same, taken up once more. */
    MomentRow taken() {
        return new MomentRow(agreement, on, at, byHand, MomentState.BEGUN, why, turn + 1, failures, again);
    }

    /** The same at another time. */
    MomentRow at(Instant other) {
        return new MomentRow(agreement, on, other, byHand, state, why, turn, failures, other);
    }

    /** The same because somebody asks for it. */
    MomentRow asked(Instant now) {
        return new MomentRow(agreement, on, now, true, MomentState.PLANNED, "", turn, 0, now);
    }

    /** The same, to be taken up again. */
    MomentRow again(Instant when, String because, int failed) {
        return new MomentRow(agreement, on, at, byHand, state, because, turn, failures + failed, when);
    }

    /** What the schedule said of it. */
    Moment moment() {
        return new Moment(on, at);
    }

    /** What the ledger is told. */
    SyncStarted.OfMoment entry(String became) {
        return new SyncStarted.OfMoment(on, at, became, why, turn);
    }
}
