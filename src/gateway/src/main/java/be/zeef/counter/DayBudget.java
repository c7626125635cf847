package be.zeef.counter;

import be.zeef.subject.Today;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;

/**
 * So many questions and grants a day for each caller, whatever becomes of them: who got hold of a caller's key cannot ask
 * about a whole city. A day is a calendar day in Belgium. What is asked is taken from the database before, so that neither a
 * restart nor a second node gives a caller its budget anew. A hundredth is taken at a time, which spares most questions a
 * commit; what a node took and did not use is lost when it stops, so a caller may get somewhat less than its budget, never
 * more. Thread-safe.
 */
final class DayBudget {

    private static final int PARTS = 100;
    private static final int LARGEST_PART = 50;

    private final DayStore store;
    private final Clock clock;
    private final int perDay;
    private final Map<String, Purse> purses = new ConcurrentHashMap<>();

    DayBudget(Jdbi jdbi, Clock clock, int perDay) {
        this.store = new DayStore(jdbi);
        this.clock = clock;
        this.perDay = Math.max(1, perDay);
    }

    /** Whether a request is within its caller's budget. */
    enum Verdict {
        WITHIN,
        /** It is the first of this day that is not, at any node. */
        FIRST_BEYOND,
        BEYOND
    }

    /** What this node took for a caller on a day; its lock lets one request at a time take more. */
    private static final class Purse {
        private LocalDate day = LocalDate.MIN;
        private int left;
        private boolean empty;
    }

    /**
     * Counts one request.
     *
     * @throws JdbiException when it cannot be counted; then it must not be answered either
     */
    Verdict count(String caller) {
        LocalDate today = Today.by(clock);
        Purse purse = purses.computeIfAbsent(caller, name -> new Purse());
        synchronized (purse) {
            if (!purse.day.equals(today)) {
                purse.day = today;
                purse.left = 0;
                purse.empty = false;
            }
            if (purse.left == 0 && !purse.empty) {
                int part = Math.max(1, Math.min(LARGEST_PART, perDay / PARTS));
                purse.left = store.take(caller, today, part, perDay);
                purse.empty = purse.left == 0;
                if (purse.empty) {
                    return store.tells(caller, today) ? Verdict.FIRST_BEYOND : Verdict.BEYOND;
                }
            }
            if (purse.empty) {
                return Verdict.BEYOND;
            }
            purse.left--;
            return Verdict.WITHIN;
        }
    }

    /** How long until every budget begins anew. */
    Duration untilTomorrow() {
        Instant now = clock.instant();
        return Duration.between(
                now, Today.at(now).plusDays(1).atStartOfDay(Today.ZONE).toInstant());
    }
}
