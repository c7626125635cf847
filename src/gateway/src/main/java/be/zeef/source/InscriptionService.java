package be.zeef.source;

import be.zeef.subject.Insz;
import java.time.Duration;
import java.time.LocalDate;

/** Inscribes one person at once, online. Thread-safe; paces itself to the limit of the sender URI. */
public interface InscriptionService {

    /**
     * Asks, and asks again with a fresh Referte while the failure is transient.
     *
     * @param begin first day the inscription covers (ignored when deregistering)
     * @param journal told before and after every attempt
     */
    InscriptionOutcome inscribe(Inscription kind, Insz person, LocalDate begin, CallJournal journal);

    /**
     * The same, for a question that waits for it.
     *
     * @param within how long all attempts together may take
     */
    InscriptionOutcome inscribe(Inscription kind, Insz person, LocalDate begin, Duration within, CallJournal journal);
}
