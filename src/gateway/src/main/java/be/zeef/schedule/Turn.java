package be.zeef.schedule;

import be.zeef.agreement.Agreement;
import be.zeef.agreement.terms.Schedule.Missed;
import be.zeef.ledger.HaltedException;
import be.zeef.ledger.Ledger;
import be.zeef.settings.ScheduleSettings;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.jdbi.v3.core.Jdbi;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One agreement's turn on one node: its moments are looked at, and what is due is run, in order. Whoever else is at the same agreement is kept off by
 * db-scheduler; should that fail (a node that slept for longer than it may), each moment's own row lets one begin, and lets nobody write what
 * became of a moment that another has taken up since.
 */
final class Turn {

    private static final Logger LOG = LoggerFactory.getLogger(Turn.class);

    private final Jdbi jdbi;
    private final Ledger ledger;
    private final Clock clock;
    private final ScheduleSettings settings;
    private final Runner runner;
    private final Calendar calendar;

    Turn(Jdbi jdbi, Clock clock, ScheduleSettings settings, Runner runner) {
        this.jdbi = jdbi;
        this.ledger = new Ledger(jdbi, clock);
        this.clock = clock;
        this.settings = settings;
        this.runner = runner;
        this.calendar = new Calendar(ledger);
    }

    /**
     * Takes it.
     *
     * @param stopping whether this node is being stopped: then nothing more is begun
     * @return when something of this agreement is due again; empty when it has no moment any more
     */
    Optional<Instant> take(Agreement agreement, BooleanSupplier stopping) {
        for (MomentRow row : look(agreement)) {
            if (stopping.getAsBoolean()) {
                return Optional.of(clock.instant());
            }
            if (!row.again().isAfter(clock.instant())) {
                take(agreement, row);
            }
        }
        return jdbi.withHandle(handle -> MomentRows.open(handle, agreement.id())).stream()
                .map(MomentRow::again)
                .min(Comparator.naturalOrder());
    }

    private List<MomentRow> look(Agreement agreement) {
        return jdbi.inTransaction(handle -> {
            // two who look at once would plan the same moment twice
            Ledger.lock(handle);
            return calendar.look(handle, agreement.id(), Moments.of(agreement), clock.instant());
        });
    }

    private void take(Agreement agreement, MomentRow row) {
        String stopped = stopped(row);
        boolean late = row.at().plus(settings.lateAfter()).isBefore(clock.instant());
        boolean missed = row.state() == MomentState.PLANNED
                && !row.byHand()
                && late
                && agreement
                        .schedule()
                        .filter(set -> set.missed() == Missed.TELL)
                        .isPresent();
        if (!stopped.isEmpty()) {
            boolean begun = row.state() == MomentState.BEGUN;
            become(row, row.in(begun ? MomentState.FAILED : MomentState.SKIPPED, stopped));
        } else if (missed) {
            become(row, row.in(MomentState.MISSED, "late"));
        } else {
            MomentRow taken = row.taken();
            Optional<Instant> before = jdbi.withHandle(handle -> MomentRows.begun(handle, row));
            if (begin(row, taken)) {
                run(taken, before);
            }
        }
    }

    /** Why nothing of it may run; empty when it may. What somebody asks for is run though it is paused. */
    private String stopped(MomentRow row) {
        boolean paused = !row.byHand()
                && row.state() == MomentState.PLANNED
                && jdbi.withHandle(handle -> Watched.pause(handle, row.agreement()))
                        .isPresent();
        return paused ? "paused" : runner.halted(row.agreement());
    }

    private boolean begin(MomentRow before, MomentRow taken) {
        return jdbi.inTransaction(handle -> {
            boolean ours =
                    calendar.become(handle, before, taken, before.state() == MomentState.PLANNED ? "begun" : "again");
            if (ours) {
                MomentRows.begun(handle, taken, clock.instant());
            }
            return ours;
        });
    }

    private void run(MomentRow row, Optional<Instant> begun) {
        try {
            Runner.Ran ran = runner.run(row.agreement(), row.on(), begun);
            if (ran == Runner.Ran.WAITS_FOR_ANSWER) {
                waits(row);
            } else {
                become(row, row.in(MomentState.ENDED, word(ran.name())));
            }
        } catch (HaltedException e) {
            become(row, row.in(MomentState.FAILED, "suspended"));
        } catch (Exception e) {
            if (Thread.currentThread().isInterrupted() || e instanceof InterruptedException) {
                park(row);
            } else {
                LOG.warn("what {} runs by itself, of {}, failed", row.agreement(), row.on(), e);
                failed(row, e.getClass().getSimpleName());
            }
        }
    }

    /** A run that is asked to stop stores nothing that was not answered: it is gone on with by whoever comes next. */
    private void park(MomentRow row) {
        boolean asked = Thread.interrupted();
        store(row, row.again(clock.instant(), "stopped", 0), "parked");
        if (asked) {
            Thread.currentThread().interrupt();
        }
    }

    private void waits(MomentRow row) {
        Instant now = clock.instant();
        boolean given = jdbi.withHandle(handle -> MomentRows.begun(handle, row))
                .filter(begun -> begun.plus(settings.waitFor()).isBefore(now))
                .isPresent();
        if (given) {
            become(row, row.in(MomentState.FAILED, "no-answer"));
        } else {
            // it says so once: each further try is in the ledger as the run's own entries
            jdbi.useTransaction(handle ->
                    MomentRows.put(handle, row, row.again(now.plus(settings.retryAfter()), "waits-for-answer", 0)));
        }
    }

    private void failed(MomentRow row, String why) {
        String known = why.substring(0, Math.min(why.length(), 40));
        if (row.failures() + 1 >= settings.attempts()) {
            become(row, row.again(row.again(), known, 1).in(MomentState.FAILED, known));
        } else {
            store(row, row.again(clock.instant().plus(settings.retryAfter()), known, 1), "failed");
        }
    }

    private void become(MomentRow before, MomentRow after) {
        store(before, after, after.state().word());
        if (after.state().isTold()) {
            LOG.warn(
                    "{}: what was to run of {} was {} ({}); see zeef schedule list",
                    after.agreement(),
                    after.on(),
                    after.state().word(),
                    after.why());
        }
    }

    private void store(MomentRow before, MomentRow after, String word) {
        if (!jdbi.inTransaction(handle -> calendar.become(handle, before, after, word))) {
            LOG.warn(
                    "{}: another node has taken up what runs of {} since; nothing is stored of it here",
                    before.agreement(),
                    before.on());
        }
    }

    private static String word(String name) {
        return name.toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
