package be.zeef.run;

import be.zeef.subject.Today;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/**
 * The day that a run is of. It is stored when the run begins and decides all of it: whether the agreement is in force, the
 * period, the statuses asked about, what files are called. Which of these holds, in this order:
 *
 * <ul>
 *   <li>the stored day of the unfinished run that is gone on with;
 *   <li>the day that is asked for;
 *   <li>today.
 * </ul>
 */
public final class RunDay {

    private RunDay() {}

    /**
     * To be known before a plan is made.
     *
     * @param asked for by name
     * @param resume whether an unfinished run is gone on with
     * @throws SyncRefusedException when another day is asked for than the one of the run that is gone on with
     */
    public static LocalDate of(Jdbi jdbi, String agreement, Optional<LocalDate> asked, boolean resume, Clock clock) {
        Optional<SyncRow> unfinished =
                resume ? jdbi.withHandle(handle -> Syncs.open(handle, agreement)) : Optional.empty();
        asked.ifPresent(on -> unfinished.ifPresent(row -> SyncRefusedException.unlessOf(on, row)));
        return unfinished.map(SyncRow::on).or(() -> asked).orElseGet(() -> Today.by(clock));
    }
}
