package be.zeef.counter;

import be.zeef.storage.Duplicates;
import java.time.LocalDate;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** The table {@code counter_day}: what callers took of their budgets. Each call is one transaction. Thread-safe. */
final class DayStore {

    /** How long days are kept, for an operator who wants to know what a caller needs. */
    private static final int DAYS_KEPT = 31;

    private final Jdbi jdbi;

    DayStore(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /**
     * Takes some of a day's budget.
     *
     * @return how many there are to use: at most {@code part}, 0 when all is taken
     */
    int take(String caller, LocalDate day, int part, int budget) {
        return Duplicates.inTransaction(jdbi, handle -> take(handle, caller, day, part, budget));
    }

    private static int take(Handle handle, String caller, LocalDate day, int part, int budget) {
        Optional<Integer> taken = handle.select(
                        "select taken from counter_day where caller = ? and on_day = ? for update", caller, day)
                .mapTo(Integer.class)
                .findOne();
        int more = Math.max(0, Math.min(part, budget - taken.orElse(0)));
        if (taken.isEmpty()) {
            handle.execute("delete from counter_day where on_day < ?", day.minusDays(DAYS_KEPT));
            handle.execute(
                    "insert into counter_day (caller, on_day, taken, told) values (?, ?, ?, false)", caller, day, more);
        } else if (more > 0) {
            handle.execute(
                    "update counter_day set taken = taken + ? where caller = ? and on_day = ?", more, caller, day);
        }
        return more;
    }

    /** Whether it is for whoever asks this to tell that a caller wants more than its budget: once a day. */
    boolean tells(String caller, LocalDate day) {
        return jdbi.withHandle(handle -> handle.execute(
                        "update counter_day set told = true where caller = ? and on_day = ? and not told", caller, day))
                == 1;
    }
}
