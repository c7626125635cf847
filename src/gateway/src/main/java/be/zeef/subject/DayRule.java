package be.zeef.subject;

import be.zeef.validation.Finding;
import be.zeef.validation.InvalidMessageException;
import be.zeef.validation.Location;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Which days a question, a run or a grant may be for, where people are real. A day that has not come is for none: what a source
 * says of it is not known yet, and a period that has not begun is nobody's to grant. A grant at a counter is for today only: who
 * could choose its day would find one on which it was due. The people of the sandbox live on any day, so that a year can be tried.
 */
public record DayRule(Realm realm, Clock clock) {

    public LocalDate today() {
        return Today.by(clock);
    }

    /**
     * The last day on which the bearer of a number that comes from outside can be born. It is today, also where a run for an
     * earlier day is late: its extract may well have who was born since. Where a day to come is tried in the sandbox, it is that day.
     *
     * @param on the day asked about or run for
     */
    public LocalDate bornBy(LocalDate on) {
        return realm == Realm.SANDBOX && on.isAfter(today()) ? on : today();
    }

    /** What is wrong with asking about or running for this day; empty when nothing is. */
    public Optional<Finding> fault(LocalDate on, String place) {
        return realm == Realm.PRODUCTION && on.isAfter(today())
                ? Optional.of(Finding.fatal("counter.day-future", Location.path(place), today().toString()))
                : Optional.empty();
    }

    /** What is wrong with granting at a counter on this day; empty when nothing is. */
    public Optional<Finding> faultOfGrant(LocalDate on, String place) {
        return realm == Realm.PRODUCTION && !on.equals(today())
                ? Optional.of(Finding.fatal("counter.day-grant", Location.path(place), today().toString()))
                : Optional.empty();
    }

    /**
     * @param report what the refusal is a report about
     * @throws InvalidMessageException when nothing may be asked about or run for this day
     */
    public void require(LocalDate on, String report) {
        refuse(fault(on, "on"), report);
    }

    /**
     * @param report what the refusal is a report about
     * @throws InvalidMessageException when nothing may be granted at a counter on this day
     */
    public void requireForGrant(LocalDate on, String report) {
        refuse(faultOfGrant(on, "on"), report);
    }

    private static void refuse(Optional<Finding> fault, String report) {
        fault.ifPresent(found -> {
            throw InvalidMessageException.of(report, found);
        });
    }
}
