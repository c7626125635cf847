package be.zeef.sync;

import be.zeef.source.CallJournal;
import be.zeef.source.Inscription;
import be.zeef.source.InscriptionOutcome;
import be.zeef.source.InscriptionService;
import be.zeef.subject.Insz;
import java.time.Duration;
import java.time.LocalDate;
import java.util.concurrent.atomic.AtomicInteger;

/** A repertory that does whatever it is told, and counts how often it is. */
record Inscribed(AtomicInteger asked) implements InscriptionService {

    @Override
    public InscriptionOutcome inscribe(Inscription kind, Insz person, LocalDate begin, CallJournal journal) {
        asked.incrementAndGet();
        return new InscriptionOutcome.Done(false);
    }

    @Override
    public InscriptionOutcome inscribe(
            Inscription kind, Insz person, LocalDate begin, Duration within, CallJournal journal) {
        return inscribe(kind, person, begin, journal);
    }
}
