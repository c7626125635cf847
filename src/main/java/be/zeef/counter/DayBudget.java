package be.zeef.counter;

import be.zeef.storage.Duplicates;
import be.zeef.subject.Today;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;

/**
 * So many questions and grants a day for each caller, whatever becomes of them: who got hold of a caller's key cannot ask
 * about a whole city. A day is a calendar day in Belgium. It is counted in the database before anything is asked, so that
 * neither a restart nor a second node gives a caller its budget anew. Thread-safe.
 */
final class DayBudget {

    /** How long days are kept, for an operator who wants to know what a caller needs. */
    private static final int DAYS_KEPT = 31;

    private final Jdbi jdbi;
    private final Clock clock;
    private final int perDay;

    DayBudget(Jdbi jdbi, Clock clock, int perDay) {
        this.jdbi = jdbi;
        this.clock = clock;
        this.perDay = Math.max(1, perDay);
    }

    /** Whether a request is within its caller's budget. */
    enum Verdict {
        WITHIN,
        /** It is the first of this day that is not. */
        FIRST_BEYOND,
        BEYOND
    }

    /**
     * Counts one request.
     *
     * @throws JdbiException when it cannot be counted; then it must not be answered either
     */
    Verdict count(String caller) {
        LocalDate today = Today.by(clock);
        try {
            return jdbi.inTransaction(handle -> count(handle, caller, today));
        } catch (JdbiException e) {
            if (!Duplicates.caused(e)) {
                throw e;
            }
            // another node has just counted the day's first
            return jdbi.inTransaction(handle -> count(handle, caller, today));
        }
    }

    /** How long until every budget begins anew. */
    Duration untilTomorrow() {
        Instant now = clock.instant();
        return Duration.between(
                now, Today.at(now).plusDays(1).atStartOfDay(Today.ZONE).toInstant());
    }

    private Verdict count(Handle handle, String caller, LocalDate today) {
        if (add(handle, caller, today)) {
            return asked(handle, caller, today).orElseThrow() <= perDay ? Verdict.WITHIN : Verdict.FIRST_BEYOND;
        }
        Optional<Long> asked = asked(handle, caller, today);
        if (asked.isEmpty()) {
            begin(handle, caller, today);
            return Verdict.WITHIN;
        }
        // within the budget after all: the day's first was counted between our two looks
        return asked.get() > perDay ? Verdict.BEYOND : count(handle, caller, today);
    }

    /** Whether there was something to add to: not before a day's first, nor when its first beyond was counted. */
    private boolean add(Handle handle, String caller, LocalDate today) {
        return handle.execute(
                        "update counter_day set asked = asked + 1 where caller = ? and on_day = ? and asked <= ?",
                        caller,
                        today,
                        perDay)
                == 1;
    }

    private static Optional<Long> asked(Handle handle, String caller, LocalDate today) {
        return handle.select("select asked from counter_day where caller = ? and on_day = ?", caller, today)
                .mapTo(Long.class)
                .findOne();
    }

    private static void begin(Handle handle, String caller, LocalDate today) {
        handle.execute("delete from counter_day where on_day < ?", today.minusDays(DAYS_KEPT));
        handle.execute("insert into counter_day (caller, on_day, asked) values (?, ?, 1)", caller, today);
    }
}
