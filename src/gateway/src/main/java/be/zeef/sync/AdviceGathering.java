package be.zeef.sync;

import be.zeef.ledger.Uninterrupted;
import be.zeef.route.Interruption;
import be.zeef.sieve.Cause;
import be.zeef.sieve.Decision;
import be.zeef.sieve.Outcome;
import be.zeef.source.Advice;
import be.zeef.source.AdviceSource;
import be.zeef.subject.Subject;
import be.zeef.validation.Finding;
import be.zeef.validation.Location;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Gathers by asking advice about one subject after the other, several at a time; the sources' own pace decides how fast.
 * Each decision is stored as it is made, so a run that died goes on with those who have none yet.
 */
public final class AdviceGathering implements Gathering {

    private static final Advice NOT_ASKED = new Advice(Decision.undetermined(Cause.REFUSED), List.of(), false);

    private final Subjects subjects;
    private final AdviceSource advice;
    private final int atOnce;
    private final Map<String, Long> reasons = new TreeMap<>();
    private final AtomicBoolean barred = new AtomicBoolean();
    private final AtomicBoolean stopped = new AtomicBoolean();
    private long notYetBorn;

    /** @param atOnce how many subjects are asked about at a time */
    public AdviceGathering(Subjects subjects, AdviceSource advice, int atOnce) {
        this.subjects = subjects;
        this.advice = advice;
        this.atOnce = atOnce;
    }

    @Override
    public Read read() {
        return subjects.read();
    }

    @Override
    public Run decide(Run begun) throws SQLException {
        Run run = begun;
        if (run.row().state() == SyncState.REGISTERING) {
            run = run.advanced(SyncState.ASKING);
        }
        if (run.row().state() != SyncState.ASKING) {
            return run;
        }
        askAll(run);
        tellReasons(run);
        if (!barred.get()) {
            new Disuse(run).end();
        }
        Run asked = run;
        return run.tools().jdbi().inTransaction(handle -> Decided.store(asked, handle, 0));
    }

    private void askAll(Run run) {
        Set<String> decided = decided(run);
        List<Subject> open = subjects.all().stream()
                .filter(subject -> !decided.contains(run.pseudonym(subject.person())))
                .toList();
        run.progress().step("asking about people", open.size());
        ExecutorService workers = Executors.newFixedThreadPool(atOnce);
        try {
            List<Future<?>> pending = open.stream()
                    .<Future<?>>map(subject -> workers.submit(() -> {
                        ask(run, subject);
                        return null;
                    }))
                    .toList();
            for (Future<?> each : pending) {
                each.get();
            }
        } catch (InterruptedException e) {
            throw Interruption.stopped("asking", e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException known ? known : new IllegalStateException(e.getCause());
        } finally {
            stopped.set(true);
            Uninterrupted.run(() -> Workers.end(workers));
        }
    }

    private static Set<String> decided(Run run) {
        return run.tools()
                .jdbi()
                .withHandle(
                        handle -> new HashSet<>(handle.createQuery("select subject from decision where sync_id = :sync")
                                .bind("sync", run.row().id())
                                .mapTo(String.class)
                                .list()));
    }

    /** What is advised to a thread that is asked to stop is no advice: it would stay undetermined when the run is gone on with. */
    private void ask(Run run, Subject subject) throws SQLException {
        Advice given = barred.get()
                ? NOT_ASKED
                : advice.advise(subject.person(), run.row().on(), run.journal(subject.person()));
        if (stopped.get() || Thread.currentThread().isInterrupted()) {
            throw new IllegalStateException("stopped while asking; run again with --resume");
        }
        if (given.barred() && barred.compareAndSet(false, true)) {
            run.tally()
                    .incomplete(Finding.error(
                            "sync.barred",
                            Location.WHOLE,
                            String.join(", ", given.reasons()),
                            run.plan().agreement()));
        }
        run.tools().jdbi().<SQLException>useTransaction(handle -> {
            // refusals too: who has a decision is not asked about again when a run is gone on with
            try (DecisionWriter writer = new DecisionWriter(run, handle, true)) {
                writer.write(subject.person(), subject.key(), given.decision());
            }
        });
        count(given);
        run.progress().advance(1);
    }

    private synchronized void count(Advice given) {
        notYetBorn += given.notYetBorn();
        if (given.decision().outcome() == Outcome.UNDETERMINED) {
            given.reasons().forEach(reason -> reasons.merge(reason, 1L, Long::sum));
        }
    }

    private void tellReasons(Run run) {
        if (notYetBorn > 0) {
            run.tally()
                    .tell(Finding.information(
                            "sync.not-yet-born",
                            Location.WHOLE,
                            Long.toString(notYetBorn),
                            run.row().on().toString()));
        }
        reasons.forEach((reason, count) ->
                run.tally().tell(Finding.warning("sync.undetermined", Location.WHOLE, Long.toString(count), reason)));
    }
}
