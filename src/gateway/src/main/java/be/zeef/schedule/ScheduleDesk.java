package be.zeef.schedule;

import be.zeef.agreement.Agreement;
import be.zeef.ledger.Ledger;
import be.zeef.ledger.Written;
import be.zeef.ledger.event.SyncStarted;
import be.zeef.validation.Finding;
import be.zeef.validation.InvalidMessageException;
import be.zeef.validation.Location;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Where people see what runs by itself, pause it, and ask for a run now. */
public final class ScheduleDesk {

    private final Jdbi jdbi;
    private final Ledger ledger;
    private final Calendar calendar;
    private final SchedulerClient client;
    private final Clock clock;

    /** @param connections of the database that {@code jdbi} is of */
    public ScheduleDesk(DataSource connections, Jdbi jdbi, Clock clock) {
        this.jdbi = jdbi;
        this.ledger = new Ledger(jdbi, clock);
        this.calendar = new Calendar(ledger);
        this.client = SchedulerClient.Builder.create(connections)
                .tableName("scheduled_task")
                .jdbcCustomization(new OurInstants())
                .build();
        this.clock = clock;
    }

    /**
     * Who does something here, and why.
     *
     * @param clerk by a name that may stand in the ledger
     * @param reason in their words
     */
    public record Act(String clerk, String reason) {}

    /**
     * How one agreement's moments stand.
     *
     * @param pause who paused it; empty when nobody did
     * @param watched whether any node has looked at it yet
     * @param last what became of its last moments, the latest first
     * @param next those that come, at most so many
     */
    public record Standing(
            String agreement, Optional<Pause> pause, boolean watched, List<MomentRow> last, List<Moment> next) {

        public Standing {
            last = List.copyOf(last);
            next = List.copyOf(next);
        }

        /** Whether something is for a person to look at: the last moment was missed, skipped or given up. */
        public boolean isTold() {
            return last.stream().findFirst().filter(row -> row.state().isTold()).isPresent();
        }
    }

    /** @param most how many of the last moments, and of the next */
    public Standing standing(Agreement agreement, int most) {
        Instant now = clock.instant();
        return jdbi.inTransaction(handle -> new Standing(
                agreement.id(),
                Watched.pause(handle, agreement.id()),
                Watched.seen(handle, agreement.id()).isPresent(),
                MomentRows.last(handle, agreement.id(), now, most),
                Moments.of(agreement).from(now).limit(most).toList()));
    }

    /**
     * Nothing of it runs by itself from now; each moment that comes is skipped and told.
     *
     * @throws InvalidMessageException when it is paused already, has no moments, or the name or reason cannot be kept
     */
    public void pause(Agreement agreement, Act act) {
        change(agreement, act, "pause", handle -> {
            refuse(Watched.pause(handle, agreement.id()).isPresent(), agreement, "schedule.paused-already");
            Watched.pause(handle, agreement.id(), new Pause(clock.instant(), act.clerk(), act.reason()));
        });
    }

    /**
     * It runs again, from the next moment on; what was skipped meanwhile is not caught up.
     *
     * @throws InvalidMessageException when it is not paused, or the name or reason cannot be kept
     */
    public void resume(Agreement agreement, Act act) {
        change(agreement, act, "resume", handle -> {
            refuse(Watched.pause(handle, agreement.id()).isEmpty(), agreement, "schedule.not-paused");
            Watched.resume(handle, agreement.id());
        });
    }

    /**
     * Plans a run for now, which a node takes up: of a day of which it was missed, skipped or given up, or of one that has no moment.
     *
     * @param on the day that the run is of
     * @throws InvalidMessageException when that day was run, or is being run; or the agreement runs nothing, or the name or reason cannot be kept
     */
    public void runNow(Agreement agreement, LocalDate on, Act act) {
        Instant now = clock.instant();
        change(agreement, act, "run-now", handle -> {
            Optional<MomentRow> known = MomentRows.find(handle, agreement.id(), on);
            refuse(known.filter(row -> row.state() == MomentState.ENDED).isPresent(), agreement, "schedule.ran", on);
            refuse(known.filter(row -> row.state() == MomentState.BEGUN).isPresent(), agreement, "schedule.runs", on);
            if (known.isPresent()) {
                calendar.become(handle, known.get(), known.get().asked(now), "planned");
            } else {
                calendar.plan(handle, MomentRow.planned(agreement.id(), new Moment(on, now), true));
            }
        });
        ScheduleNode.wake(client, agreement.id(), now);
    }

    /** What became of the moment of this day; empty when there is none. */
    public Optional<MomentRow> of(String agreement, LocalDate on) {
        return jdbi.withHandle(handle -> MomentRows.find(handle, agreement, on));
    }

    private interface Change {
        void in(Handle handle);
    }

    private void change(Agreement agreement, Act act, String word, Change change) {
        Stream.of(
                        Written.faultOfName(act.clerk(), "--by"),
                        Written.faultOfReason(act.reason(), "--reason"),
                        Written.faultOfBoth(act.clerk(), act.reason(), "--reason"))
                .flatMap(Optional::stream)
                .findFirst()
                .ifPresent(fault -> {
                    throw InvalidMessageException.of(agreement.id(), fault);
                });
        refuse(agreement.schedule().isEmpty(), agreement, "schedule.none");
        jdbi.useTransaction(handle -> {
            Ledger.lock(handle);
            if (Watched.seen(handle, agreement.id()).isEmpty()) {
                Watched.see(handle, agreement.id(), clock.instant());
            }
            change.in(handle);
            ledger.append(handle, agreement.id(), 0, new SyncStarted.ByHand(word, act.clerk(), act.reason()));
        });
    }

    private static void refuse(boolean refused, Agreement agreement, String code, Object... arguments) {
        if (refused) {
            String[] said = Stream.concat(Stream.of(agreement.id()), Stream.of(arguments))
                    .map(Object::toString)
                    .toArray(String[]::new);
            throw InvalidMessageException.of(agreement.id(), Finding.error(code, Location.WHOLE, said));
        }
    }
}
