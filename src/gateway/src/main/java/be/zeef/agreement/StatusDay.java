package be.zeef.agreement;

import java.time.LocalDate;

/** On which day something that is asked about should hold, told from the day of the run. */
public enum StatusDay {
    FIRST_OF_JANUARY,
    FIRST_OF_MONTH,
    /** The day on which the buffer was last refreshed: who came into a right since the moment before is found at this one. */
    DAY_OF_REFRESH,
    DAY_OF_RUN;

    public LocalDate of(LocalDate run, Refresh refresh) {
        return switch (this) {
            case FIRST_OF_JANUARY -> LocalDate.of(run.getYear(), 1, 1);
            case FIRST_OF_MONTH -> run.withDayOfMonth(1);
            case DAY_OF_REFRESH -> refresh.lastBy(run);
            case DAY_OF_RUN -> run;
        };
    }
}
