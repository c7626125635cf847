package be.zeef.sync;

import be.zeef.inscription.EndUnneeded;
import be.zeef.ledger.ObjectedException;
import be.zeef.route.Interruption;
import be.zeef.run.Run;
import be.zeef.run.SyncState;
import be.zeef.sieve.Cause;
import be.zeef.sieve.Decision;
import be.zeef.sieve.Outcome;
import be.zeef.source.Advice;
import be.zeef.source.AdviceSource;
import be.zeef.source.CallJournal;
import be.zeef.subject.Subject;
import be.zeef.validation.Finding;
import be.zeef.validation.Location;
import be.zeef.work.Workers;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Gathers by asking advice about one subject after the other, several at a time; the sources' own pace decides how fast.
 * Each decision is stored as it is made, so a run that died goes on with those who have none yet.
 */
public final class AdviceGathering implements Gathering {

    private static final Advice OBJECTED = new Advice(Decision.undetermined(Cause.OBJECTED), List.of(), false);
    private static final Advice NOT_ASKED = new Advice(Decision.undetermined(Cause.REFUSED), List.of(), false);

    private final Subjects subjects;
    private final AdviceSource advice;
    private final Workers workers;
    private final EndUnneeded endUnneeded;
    private final Map<String, Long> reasons = new TreeMap<>();
    private final AtomicBoolean barred = new AtomicBoolean();
    private long notYetBorn;

    /**
     * @param atOnce how many subjects are asked about at a time
     * @param endUnneeded ends the inscriptions of those who were not asked about
     */
    public AdviceGathering(Subjects subjects, AdviceSource advice, int atOnce, EndUnneeded endUnneeded) {
        this.subjects = subjects;
        this.advice = advice;
        this.workers = new Workers(atOnce);
        this.endUnneeded = endUnneeded;
    }

    @Override
    public Read read() {
        return subjects.read();
    }

    @Override
    public Run decide(Run begun) {
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
            endUnneeded.end(run);
        }
        Run asked = run;
        return run.jdbi().inTransaction(handle -> FinishDeciding.store(asked, handle, 0, 0));
    }

    private void askAll(Run run) {
        Set<String> decided = decided(run);
        List<Subject> open = subjects.all().stream()
                .filter(subject -> !decided.contains(run.people().pseudonym(subject.person())))
                .toList();
        run.progress().step("asking about people", open.size());
        try {
            workers.each(open, subject -> ask(run, subject));
        } catch (InterruptedException e) {
            throw Interruption.stopped("asking", e);
        }
    }

    private static Set<String> decided(Run run) {
        return run.jdbi()
                .withHandle(handle ->
                        new HashSet<>(Decisions.subjects(handle, run.row().id())));
    }

    /** What is advised to a thread that is asked to stop is no advice: it would stay undetermined when the run is gone on with. */
    private void ask(Run run, Subject subject) {
        Advice given = barred.get() ? NOT_ASKED : advised(run, subject);
        if (workers.stopped() || Thread.currentThread().isInterrupted()) {
            throw new IllegalStateException("stopped while asking; run again with --resume");
        }
        if (given.barred() && barred.compareAndSet(false, true)) {
            run.findings()
                    .incomplete(Finding.error(
                            "sync.barred",
                            Location.WHOLE,
                            String.join(", ", given.reasons()),
                            run.plan().benefit()));
        }
        count(stored(run, subject, given));
        run.progress().advance(1);
    }

    private Advice advised(Run run, Subject subject) {
        CallJournal journal = run.journal(subject.person());
        if (journal.isObjected()) {
            return OBJECTED;
        }
        try {
            return EitherHousehold.of(
                    advice.advise(
                            subject.person(), subject.households(), run.row().on(), journal),
                    run.plan().granted());
        } catch (ObjectedException e) {
            return OBJECTED;
        }
    }

    /** What is decided: not what was advised about somebody who objected meanwhile. */
    private static Advice stored(Run run, Subject subject, Advice given) {
        return run.jdbi().inTransaction(handle -> {
            // what was advised while the agreement was halted may be what somebody else was refused
            run.requireGoingOn(handle);
            Advice decided = run.isObjected(handle, subject.person()) ? OBJECTED : given;
            // refusals too: who has a decision is not asked about again when a run is gone on with
            try (DecisionWriter writer = new DecisionWriter(run, handle, true)) {
                writer.write(subject, decided.decision(), decided.since());
            }
            return decided;
        });
    }

    private synchronized void count(Advice given) {
        notYetBorn += given.notYetBorn();
        if (given.decision().outcome() == Outcome.UNDETERMINED) {
            given.reasons().forEach(reason -> reasons.merge(reason, 1L, Long::sum));
        }
    }

    private void tellReasons(Run run) {
        if (notYetBorn > 0) {
            run.findings()
                    .tell(Finding.information(
                            "sync.not-yet-born",
                            Location.WHOLE,
                            Long.toString(notYetBorn),
                            run.row().on().toString()));
        }
        reasons.forEach((reason, count) -> run.findings()
                .tell(Finding.warning("sync.undetermined", Location.WHOLE, Long.toString(count), reason)));
    }
}
