package be.zeef.source.magda;

import be.zeef.source.CallJournal;
import be.zeef.source.Inscription;
import be.zeef.source.InscriptionBook;
import be.zeef.source.InscriptionOutcome;
import be.zeef.subject.Insz;
import java.time.Duration;
import java.time.LocalDate;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Inscribes a person before the first question about them, and not after a refusal; once, though several services are asked side by
 * side. Thread-safe.
 */
final class InscribedFirst {

    private final MagdaInscriptions inscriptions;
    private final InscriptionBook book;
    private final ConcurrentMap<Insz, CompletableFuture<InscriptionOutcome>> underWay = new ConcurrentHashMap<>();

    /** @param book knows whose inscription stands, and is told of new ones */
    InscribedFirst(MagdaInscriptions inscriptions, InscriptionBook book) {
        this.inscriptions = inscriptions;
        this.book = book;
    }

    /** The outcome, as if it had just been made where it stands. */
    InscriptionOutcome stands(Insz person, LocalDate on, Duration within, CallJournal journal) {
        return book.stands(person) ? new InscriptionOutcome.Done(true) : anew(person, on, within, journal);
    }

    /** Whatever the book says: MAGDA knows of no inscription. */
    InscriptionOutcome anew(Insz person, LocalDate on, Duration within, CallJournal journal) {
        CompletableFuture<InscriptionOutcome> own = new CompletableFuture<>();
        CompletableFuture<InscriptionOutcome> first = underWay.putIfAbsent(person, own);
        if (first != null) {
            long began = System.nanoTime();
            InscriptionOutcome theirs = await(first, within);
            Duration left = within.minusNanos(System.nanoTime() - began);
            boolean again = theirs instanceof InscriptionOutcome.Failed
                    && !left.isNegative()
                    && !left.isZero()
                    && !Thread.currentThread().isInterrupted();
            return again ? anew(person, on, left, journal) : theirs;
        }
        InscriptionOutcome outcome = new InscriptionOutcome.Failed("STOPPED");
        try {
            outcome = inscriptions.inscribe(Inscription.REGISTER, person, on, within, journal);
            if (outcome instanceof InscriptionOutcome.Done) {
                book.needed(person, on);
            }
            return outcome;
        } finally {
            underWay.remove(person, own);
            own.complete(outcome);
        }
    }

    private static InscriptionOutcome await(CompletableFuture<InscriptionOutcome> first, Duration within) {
        try {
            return first.get(within.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            return new InscriptionOutcome.Failed("TIMEOUT");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new InscriptionOutcome.Failed("STOPPED");
        } catch (ExecutionException e) {
            throw new IllegalStateException("an inscription is never completed with a failure", e);
        }
    }
}
