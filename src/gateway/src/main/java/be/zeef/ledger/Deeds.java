package be.zeef.ledger;

import be.zeef.ledger.event.Deed;
import be.zeef.ledger.event.DeedOutcome;
import be.zeef.ledger.event.Intent;
import be.zeef.ledger.event.QuestionFileIntent;
import be.zeef.ledger.event.QuestionFileOutcome;
import be.zeef.ledger.event.Unfinished;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;

/**
 * Does what the ledger must know of: the intent is written first, then the deed is done, then its outcome is written,
 * whatever the deed throws. Nobody else writes intents, so one without an outcome is that of a deed under way or of a
 * process that died ({@link Abandoned}). Thread-safe.
 *
 * @param sync the run the deeds belong to; 0 for none
 */
public record Deeds(Ledger ledger, String agreement, long sync) {

    /** What is done; it may throw. */
    @FunctionalInterface
    public interface Doing<R, O extends DeedOutcome, X extends Exception> {
        End<R, ? extends O> run() throws X;
    }

    /**
     * How a deed ended.
     *
     * @param stored what is stored with the outcome, in one transaction
     */
    public record End<R, O extends DeedOutcome>(R result, O outcome, Consumer<Handle> stored) {

        private static final Consumer<Handle> NOTHING = handle -> {};

        public static <R, O extends DeedOutcome> End<R, O> of(R result, O outcome) {
            return new End<>(result, outcome, NOTHING);
        }

        private boolean storesNothing() {
            return stored == NOTHING;
        }

        public End<R, O> storing(Consumer<Handle> what) {
            return new End<>(result, outcome, what);
        }
    }

    /**
     * Does it. What it throws goes on to the caller, with an outcome {@link Unfinished.BrokeOff} in the ledger: the kind of
     * the failure and never its text. So does a failure to store how it ended; when not even that outcome can be written, the
     * ledger is out of reach, and the intent is closed by the next start.
     */
    public <R, O extends DeedOutcome, X extends Exception> R around(Intent<O> intent, Doing<R, O, X> doing) throws X {
        long entry = ledger.append(agreement, sync, Draft.of(intent));
        Object name = intent instanceof QuestionFileIntent file ? file.referte() : entry;
        return concluding(intent.deed(), name, doing);
    }

    /**
     * The same where how it ended is known only within the transaction that stores it, under locks of its own.
     *
     * @param storing stores what was done, and says how it ended; called once, in the transaction of the outcome
     */
    public <P, R, O extends DeedOutcome> R around(
            Intent<O> intent, Supplier<P> doing, BiFunction<Handle, P, End<R, ? extends O>> storing) {
        long entry = ledger.append(agreement, sync, Draft.of(intent));
        try {
            P done = doing.get();
            AtomicReference<R> result = new AtomicReference<>();
            Uninterrupted.run(() -> ledger.inTransaction(handle -> {
                End<R, ? extends O> end = storing.apply(handle, done);
                ledger.append(handle, agreement, sync, Draft.of(intent.deed(), entry, end.outcome()));
                result.set(end.result());
            }));
            return result.get();
        } catch (Throwable failure) {
            brokeOff(intent.deed(), entry, failure);
            throw failure;
        }
    }

    /** Writes the intent with the question file that it is about, in one transaction; {@link #concluding} goes on from there. */
    public void intend(Handle handle, QuestionFileIntent intent) {
        ledger.append(handle, agreement, sync, Draft.of(intent));
    }

    /**
     * Sends a question file whose intent stands already, for the first time or again.
     *
     * @throws HaltedException when nothing may go on under the agreement by now; nothing was sent then
     */
    public <R, X extends Exception> R concluding(String referte, Doing<R, QuestionFileOutcome, X> doing) throws X {
        ledger.requireGoingOn(agreement);
        return concluding(Deed.QUESTION_FILE, referte, doing);
    }

    private <R, O extends DeedOutcome, X extends Exception> R concluding(Deed deed, Object name, Doing<R, O, X> doing)
            throws X {
        try {
            End<R, ? extends O> end = doing.run();
            Draft outcome = Draft.of(deed, name, end.outcome());
            Uninterrupted.run(() -> store(end, outcome));
            return end.result();
        } catch (Throwable failure) {
            brokeOff(deed, name, failure);
            throw failure;
        }
    }

    private void store(End<?, ?> end, Draft outcome) {
        if (end.storesNothing()) {
            ledger.append(agreement, sync, outcome);
        } else {
            ledger.inTransaction(handle -> {
                end.stored().accept(handle);
                ledger.append(handle, agreement, sync, outcome);
            });
        }
    }

    private void brokeOff(Deed deed, Object name, Throwable failure) {
        DeedOutcome brokeOff = new Unfinished.BrokeOff(failure.getClass().getSimpleName());
        try {
            Uninterrupted.run(() -> ledger.append(agreement, sync, Draft.of(deed, name, brokeOff)));
        } catch (RuntimeException unwritten) {
            failure.addSuppressed(unwritten);
        }
    }
}
