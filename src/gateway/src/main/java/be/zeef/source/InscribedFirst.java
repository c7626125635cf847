package be.zeef.source;

import be.zeef.subject.Insz;
import be.zeef.work.Together;
import java.time.Duration;
import java.time.LocalDate;

/**
 * Inscribes a person before the first question about them, and not after a refusal; once, though several services are asked side by
 * side. Thread-safe.
 */
public final class InscribedFirst {

    private final InscriptionService inscriptions;
    private final KnownInscriptions book;
    private final Together<Insz, InscriptionOutcome> underWay = new Together<>(new Together.Ways<>(
            outcome -> !(outcome instanceof InscriptionOutcome.Failed),
            false,
            new InscriptionOutcome.Failed("TIMEOUT"),
            new InscriptionOutcome.Failed("STOPPED")));

    /** @param book knows whose inscription stands, and is told of new ones */
    public InscribedFirst(InscriptionService inscriptions, KnownInscriptions book) {
        this.inscriptions = inscriptions;
        this.book = book;
    }

    /** The outcome, as if it had just been made where it stands. */
    public InscriptionOutcome stands(Insz person, LocalDate on, Duration within, CallJournal journal) {
        return book.stands(person) ? new InscriptionOutcome.Done(true) : anew(person, on, within, journal);
    }

    /** Whatever the book says: the source knows of no inscription. */
    public InscriptionOutcome anew(Insz person, LocalDate on, Duration within, CallJournal journal) {
        return underWay.of(person, within, left -> inscribed(person, on, left, journal));
    }

    private InscriptionOutcome inscribed(Insz person, LocalDate on, Duration within, CallJournal journal) {
        InscriptionOutcome outcome = inscriptions.inscribe(Inscription.REGISTER, person, on, within, journal);
        if (outcome instanceof InscriptionOutcome.Done) {
            book.needed(person, on);
        }
        return outcome;
    }
}
