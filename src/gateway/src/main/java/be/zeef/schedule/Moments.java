package be.zeef.schedule;

import be.zeef.agreement.Agreement;
import be.zeef.agreement.Agreement.Validity;
import be.zeef.agreement.terms.Schedule;
import be.zeef.subject.Today;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.zone.ZoneOffsetTransition;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The moments of an agreement, one for each day that its schedule names and on which it is in force. Nothing is asked of a clock: the same agreement has the
 * same moments on every node.
 *
 * <p>Each is at the schedule's time of day in Belgium:
 * <ul>
 *   <li>Where the clock is put back and has that time twice, it is the first of the two.
 *   <li>Where the clock is put forward and skips that time, it is the moment at which it is put forward.
 * </ul>
 * So a day has one moment, whatever its length, and a later day has a later one.
 */
public final class Moments {

    private final Optional<Schedule> schedule;
    private final Validity validity;

    public Moments(Optional<Schedule> schedule, Validity validity) {
        this.schedule = schedule;
        this.validity = validity;
    }

    /** Those of this agreement; none where it has no schedule. */
    public static Moments of(Agreement agreement) {
        return new Moments(agreement.schedule(), agreement.validity());
    }

    /** The first after this instant; empty when the agreement has ended before another comes. */
    public Optional<Moment> next(Instant after) {
        return from(after).findFirst();
    }

    /** All after this instant, in their order, to the agreement's end. */
    public Stream<Moment> from(Instant after) {
        int first = Math.max(Today.at(after).getYear(), validity.from().getYear());
        return schedule.stream()
                // what follows a refresh of one year may come in the next
                .flatMap(
                        set -> IntStream.rangeClosed(first - 1, validity.until().getYear())
                                .mapToObj(set::namedIn)
                                .flatMap(days -> days.stream())
                                .filter(validity::covers)
                                .map(day -> new Moment(day, instant(day, set.at()))))
                .filter(moment -> moment.at().isAfter(after));
    }

    /** The one of this day; empty when it has none. */
    public Optional<Moment> on(LocalDate day) {
        return from(instant(day, LocalTime.MIN).minusNanos(1))
                .takeWhile(moment -> !moment.day().isAfter(day))
                .findFirst();
    }

    /** When it is that time of day in Belgium: the first time, or the moment at which it is skipped. */
    public static Instant instant(LocalDate day, LocalTime time) {
        LocalDateTime local = day.atTime(time);
        ZoneOffsetTransition change = Today.ZONE.getRules().getTransition(local);
        if (change != null && change.isGap()) {
            return change.getInstant();
        }
        // of two offsets this is the earlier
        return local.atZone(Today.ZONE).toInstant();
    }
}
