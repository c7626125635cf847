package be.zeef.schedule;

import be.zeef.ledger.Ledger;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/** Puts an agreement's moments where they are stored: all that came since it was last looked at, and the one that comes next. */
final class Calendar {

    private final Ledger ledger;

    Calendar(Ledger ledger) {
        this.ledger = ledger;
    }

    /**
     * Looks at it. What came before it was looked at for the first time was nobody's to run, and is not missed.
     *
     * @return those that something is still to become of, in order
     */
    List<MomentRow> look(Handle handle, String agreement, Moments moments, Instant now) {
        Instant since = Watched.seen(handle, agreement).orElse(now);
        MomentRows.open(handle, agreement).stream()
                .filter(row -> row.state() == MomentState.PLANNED
                        && !row.byHand()
                        && row.at().isAfter(since))
                .forEach(row -> change(handle, row, moments.on(row.on())));
        Stream.concat(moments.from(since).takeWhile(moment -> !moment.at().isAfter(now)), moments.next(now).stream())
                .forEach(moment -> plan(handle, MomentRow.planned(agreement, moment, false)));
        Watched.see(handle, agreement, now);
        return MomentRows.open(handle, agreement);
    }

    /** What was to come is held against the schedule as it is today: another time of that day, or no moment any more. */
    private void change(Handle handle, MomentRow row, Optional<Moment> today) {
        if (today.isEmpty()) {
            become(handle, row, row.in(MomentState.CANCELLED, "schedule"), "cancelled");
        } else if (!today.get().equals(row.moment())) {
            become(handle, row, row.at(today.get().at()), "planned");
        }
    }

    /** Plans it, unless something became of that day already; one that the schedule has again is planned again. */
    void plan(Handle handle, MomentRow row) {
        if (MomentRows.add(handle, row)) {
            ledger.append(handle, row.agreement(), 0, row.entry("planned"));
            return;
        }
        Optional<MomentRow> before = MomentRows.find(handle, row.agreement(), row.on());
        before.filter(known -> known.state() == MomentState.CANCELLED)
                .ifPresent(known ->
                        become(handle, known, known.in(MomentState.PLANNED, "").at(row.at()), "planned"));
    }

    /** Stores and records what became of one; whether it was still as it was looked at. */
    boolean become(Handle handle, MomentRow before, MomentRow after, String word) {
        if (!MomentRows.put(handle, before, after)) {
            return false;
        }
        ledger.append(handle, after.agreement(), 0, after.entry(word));
        return true;
    }
}
