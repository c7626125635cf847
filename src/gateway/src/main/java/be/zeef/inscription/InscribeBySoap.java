package be.zeef.inscription;

import be.zeef.ledger.ObjectedException;
import be.zeef.route.Interruption;
import be.zeef.run.Run;
import be.zeef.source.CallJournal;
import be.zeef.source.Causes;
import be.zeef.source.Inscription;
import be.zeef.source.InscriptionOutcome;
import be.zeef.source.InscriptionService;
import be.zeef.subject.Insz;
import be.zeef.validation.Finding;
import be.zeef.validation.Location;
import be.zeef.work.Workers;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.ObjIntConsumer;
import java.util.stream.IntStream;

/** Inscribes people one by one over signed SOAP, several at a time; the service itself keeps to MAGDA's pace. */
public final class InscribeBySoap implements InscriptionRoad {

    private static final int AT_ONCE = 8;

    private final InscriptionService service;

    public InscribeBySoap(InscriptionService service) {
        this.service = service;
    }

    @Override
    public void take(Run run, Work work, ObjIntConsumer<InscriptionOutcome> told) {
        new Journey(run, work, told).go();
    }

    /** One piece of work; when MAGDA bars us over one person, it is not asked about the others. */
    private final class Journey {
        private final Run run;
        private final Work work;
        private final ObjIntConsumer<InscriptionOutcome> told;
        private final AtomicReference<InscriptionOutcome.Barred> barred = new AtomicReference<>();

        Journey(Run run, Work work, ObjIntConsumer<InscriptionOutcome> told) {
            this.run = run;
            this.work = work;
            this.told = told;
        }

        void go() {
            try {
                new Workers(AT_ONCE)
                        .each(() -> IntStream.range(0, work.persons().size()).iterator(), this::one);
            } catch (InterruptedException e) {
                throw Interruption.stopped("inscribing", e);
            }
        }

        private void one(int place) {
            long insz = work.persons().at(place);
            InscriptionOutcome outcome =
                    Optional.<InscriptionOutcome>ofNullable(barred.get()).orElseGet(() -> ask(insz));
            if (outcome instanceof InscriptionOutcome.Barred first && barred.compareAndSet(null, first)) {
                run.findings()
                        .incomplete(Finding.error(
                                "sync.barred",
                                Location.WHOLE,
                                first.code(),
                                run.plan().agreement()));
            }
            // one after the other: two numbers may have been replaced by the same one
            synchronized (this) {
                run.jdbi().useTransaction(handle -> {
                    try (InscriptionWriter results = new InscriptionWriter(run, handle, work)) {
                        results.store(insz, outcome);
                    }
                });
                told.accept(outcome, place);
            }
            run.progress().advance(1);
        }

        private InscriptionOutcome ask(long insz) {
            Insz person = Insz.ofChecked(insz);
            CallJournal journal = run.journal(person);
            try {
                return service.inscribe(
                        work.kind(),
                        person,
                        work.begin(),
                        work.kind() == Inscription.DEREGISTER ? journal.ending() : journal);
            } catch (ObjectedException e) {
                return new InscriptionOutcome.Failed(Causes.OBJECTED);
            }
        }
    }
}
