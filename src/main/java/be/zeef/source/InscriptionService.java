package be.zeef.source;

import be.zeef.subject.Insz;
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
}
