package be.zeef.plan;

import be.zeef.agreement.CountsFrom;
import java.time.LocalDate;
import java.util.Optional;

/**
 * On which day of a period each value that is granted begins to count: never before the period, never after it.
 *
 * @param from what the agreement says of it
 * @param on the day it is decided for
 */
public record FirstDays(GrantPeriod period, CountsFrom from, LocalDate on) {

    /** @param since from when the right runs that the value stands on; empty when nobody says it */
    LocalDate of(String value, Optional<LocalDate> since) {
        LocalDate told =
                switch (from.of(value)) {
                    case START_OF_PERIOD -> period.from();
                    case FIRST_OF_MONTH -> on.withDayOfMonth(1);
                    case START_OF_RIGHT -> since.orElse(on);
                };
        LocalDate begun = told.isBefore(period.from()) ? period.from() : told;
        return begun.isAfter(period.until()) ? period.until() : begun;
    }
}
