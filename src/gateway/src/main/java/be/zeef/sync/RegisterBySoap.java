package be.zeef.sync;

import be.zeef.route.Interruption;
import be.zeef.source.Inscription;
import be.zeef.source.InscriptionOutcome;
import be.zeef.source.PersonList;
import be.zeef.subject.Insz;
import be.zeef.validation.Finding;
import be.zeef.validation.Location;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.ObjIntConsumer;

/** Inscribes people one by one over signed SOAP, several at a time; the service itself keeps to MAGDA's pace. */
final class RegisterBySoap {

    private static final int AT_ONCE = 8;

    private final Run run;
    private final LocalDate begin;
    private final AtomicReference<InscriptionOutcome.Barred> barred = new AtomicReference<>();

    RegisterBySoap(Run run, LocalDate begin) {
        this.run = run;
        this.begin = begin;
    }

    /** @param told each person's place in the list and outcome, when it is stored */
    void run(Inscription kind, PersonList persons, ObjIntConsumer<InscriptionOutcome> told) {
        ExecutorService workers = Executors.newFixedThreadPool(AT_ONCE);
        try {
            List<Future<?>> pending = new ArrayList<>();
            for (int i = 0; i < persons.size(); i++) {
                int place = i;
                pending.add(workers.submit(() -> {
                    one(kind, persons.at(place), place, told);
                    return null;
                }));
            }
            for (Future<?> each : pending) {
                each.get();
            }
        } catch (InterruptedException e) {
            throw Interruption.stopped("inscribing", e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException known ? known : new IllegalStateException(e.getCause());
        } finally {
            Workers.end(workers);
        }
    }

    private void one(Inscription kind, long insz, int place, ObjIntConsumer<InscriptionOutcome> told)
            throws SQLException {
        InscriptionOutcome outcome =
                Optional.<InscriptionOutcome>ofNullable(barred.get()).orElseGet(() -> ask(kind, insz));
        if (outcome instanceof InscriptionOutcome.Barred first && barred.compareAndSet(null, first)) {
            run.tally()
                    .incomplete(Finding.error(
                            "sync.barred",
                            Location.WHOLE,
                            first.code(),
                            run.plan().agreement()));
        }
        run.tools().jdbi().<SQLException>useTransaction(handle -> {
            try (RegisterResult results = new RegisterResult(run, handle, kind, begin)) {
                results.store(insz, outcome);
            }
        });
        synchronized (this) {
            told.accept(outcome, place);
        }
        run.progress().advance(1);
    }

    private InscriptionOutcome ask(Inscription kind, long insz) {
        Insz person = Insz.ofChecked(insz);
        return run.tools().sources().inscriptions().inscribe(kind, person, begin, run.journal(person));
    }

    /** Why an outcome is not Done. */
    static String code(InscriptionOutcome outcome) {
        if (outcome instanceof InscriptionOutcome.Refused refused) {
            return refused.code();
        }
        if (outcome instanceof InscriptionOutcome.Barred barred) {
            return barred.code();
        }
        return outcome instanceof InscriptionOutcome.Failed failed ? failed.code() : "";
    }

    /** What to tell of an outcome that is not Done. */
    static Finding failure(Inscription kind, String code, long persons) {
        String name = kind == Inscription.REGISTER ? "sync.not-registered" : "sync.not-deregistered";
        return Finding.warning(name, Location.WHOLE, Long.toString(persons), code);
    }
}
