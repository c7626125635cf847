package be.zeef.schedule;

import be.zeef.agreement.Agreement;
import be.zeef.settings.ScheduleSettings;
import be.zeef.subject.Today;
import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceException;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.ExecutionContext;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskInstanceId;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;

/**
 * One of any number of nodes on the same database: it wakes for what is due of each agreement, unless another did before. db-scheduler (docs/adr/0043) keeps who
 * wakes next for what; whether a moment was run, its own row says. Closing it ends or parks what is under way.
 */
public final class ScheduleNode implements Scheduled {

    /** An agreement is looked at this often at least: its file, or the clock, may have changed. */
    private static final Duration LOOK_AT_LEAST = Duration.ofDays(1);

    /** At night, and not in an hour that a change of the clock skips or repeats. */
    private static final LocalTime NIGHT = LocalTime.of(4, 30);

    private static final String ONE = "one";
    private static final String NIGHTLY = "nightly";

    private final Scheduler scheduler;
    private final Clock clock;

    /**
     * What a node stands on.
     *
     * @param connections of the database that {@code jdbi} is of, for db-scheduler alone
     * @param agreements gives an agreement by its id, as it is now
     * @param nightly what is done once a night, by one of the nodes
     * @param name of the node, for whoever looks into the table
     */
    public record Wiring(
            DataSource connections,
            Jdbi jdbi,
            Clock clock,
            ScheduleSettings settings,
            Runner runner,
            Function<String, Agreement> agreements,
            Runnable nightly,
            String name) {}

    /** @param ids of the agreements whose moments are run here */
    public ScheduleNode(Wiring wiring, List<String> ids) {
        this.clock = wiring.clock();
        Turn turn = new Turn(wiring.jdbi(), clock, wiring.settings(), wiring.runner());
        List<CustomTask<Void>> tasks = new ArrayList<>();
        ids.forEach(id -> tasks.add(task(task(id), wiring.settings(), context -> {
            Optional<Instant> next = turn.take(wiring.agreements().apply(id), () -> context.getSchedulerState()
                    .isShuttingDown());
            Instant latest = clock.instant().plus(LOOK_AT_LEAST);
            return next.filter(latest::isAfter).orElse(latest);
        })));
        tasks.add(task(NIGHTLY, wiring.settings(), context -> {
            wiring.nightly().run();
            return night();
        }));
        Duration beat = wiring.settings().deadAfter().dividedBy(4);
        this.scheduler = Scheduler.create(wiring.connections(), List.<Task<?>>copyOf(tasks))
                .tableName("scheduled_task")
                .jdbcCustomization(new OurInstants())
                .clock(clock::instant)
                .schedulerName(new SchedulerName.Fixed(wiring.name()))
                .threads(2)
                .pollingInterval(wiring.settings().lookEvery())
                .heartbeatInterval(beat)
                .missedHeartbeatsLimit(4)
                .shutdownMaxWait(wiring.settings().stopWithin())
                .build();
        tasks.forEach(each -> scheduler.scheduleIfNotExists(
                each.instance(ONE), each.getName().equals(NIGHTLY) ? night() : clock.instant()));
        ids.forEach(id -> wake(scheduler, id, clock.instant()));
        scheduler.start();
    }

    /** What a task is called: each agreement's is one of its own. */
    static String task(String agreement) {
        return "moments:" + agreement;
    }

    /** Has somebody wake for this agreement now; whoever is at it already looks again when it is done. */
    static void wake(SchedulerClient client, String agreement, Instant now) {
        try {
            client.reschedule(TaskInstanceId.of(task(agreement), ONE), now);
        } catch (TaskInstanceException e) {
            // somebody is at it, or nobody has looked at it yet
        }
    }

    /** Looks now, and not when it would next. */
    void look() {
        scheduler.triggerCheckForDueExecutions();
    }

    private CustomTask<Void> task(String name, ScheduleSettings settings, Function<ExecutionContext, Instant> work) {
        return Tasks.custom(name, Void.class)
                // told by db-scheduler in the log; what failed in a run is not here
                .onFailure((failure, next) ->
                        next.reschedule(failure, clock.instant().plus(settings.retryAfter())))
                .onDeadExecution((dead, next) -> next.reschedule(dead, clock.instant()))
                .execute((instance, context) -> {
                    Instant again = work.apply(context);
                    CompletionHandler<Void> done = (complete, next) -> next.reschedule(complete, again);
                    return done;
                });
    }

    private Instant night() {
        Instant now = clock.instant();
        Instant tonight = Moments.instant(Today.at(now), NIGHT);
        return tonight.isAfter(now) ? tonight : Moments.instant(Today.at(now).plusDays(1), NIGHT);
    }

    /** Nothing more is begun; what is under way has a while to end, and is parked then. */
    @Override
    public void close() {
        scheduler.stop();
    }
}
