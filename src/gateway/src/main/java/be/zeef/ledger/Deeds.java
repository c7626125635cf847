package be.zeef.ledger;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
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
    public interface Doing<R, X extends Exception> {
        End<R> run() throws X;
    }

    /**
     * How a deed ended.
     *
     * @param code of the outcome
     * @param more fields of the outcome
     * @param stored what is stored with the outcome, in one transaction
     */
    public record End<R>(R result, String code, Map<String, ?> more, Consumer<Handle> stored) {

        public static <R> End<R> of(R result, String code) {
            return new End<>(result, code, Map.of(), handle -> {});
        }

        public End<R> with(Map<String, ?> fields) {
            return new End<>(result, code, fields, stored);
        }

        public End<R> storing(Consumer<Handle> what) {
            return new End<>(result, code, more, what);
        }
    }

    /**
     * Does it. What it throws goes on to the caller, with an outcome {@link Deed#BROKE_OFF} in the ledger: the kind of the
     * failure and never its text. So does a failure to store how it ended; when not even that outcome can be written, the
     * ledger is out of reach, and the intent is closed by the next start.
     *
     * @param intent its fields; plain data, no personal data
     */
    public <R, X extends Exception> R around(Deed deed, Map<String, ?> intent, Doing<R, X> doing) throws X {
        long entry = ledger.append(deed.intent(), agreement, sync, intent);
        return concluding(deed, deed.namesEntry() ? entry : intent.get(deed.names()), doing);
    }

    /**
     * The same where the intent stands already, written with what it is about.
     *
     * @param name by which the outcome names the intent: the number of its entry, or its Referte
     */
    public <R, X extends Exception> R concluding(Deed deed, Object name, Doing<R, X> doing) throws X {
        try {
            End<R> end = doing.run();
            Uninterrupted.run(() -> ledger.inTransaction(handle -> {
                end.stored().accept(handle);
                ledger.append(handle, deed.outcome(), agreement, sync, body(deed, name, end.code(), end.more()));
            }));
            return end.result();
        } catch (Throwable failure) {
            brokeOff(deed, name, failure);
            throw failure;
        }
    }

    private void brokeOff(Deed deed, Object name, Throwable failure) {
        Map<String, String> why = Map.of("why", failure.getClass().getSimpleName());
        try {
            Uninterrupted.run(
                    () -> ledger.append(deed.outcome(), agreement, sync, body(deed, name, Deed.BROKE_OFF, why)));
        } catch (RuntimeException unwritten) {
            failure.addSuppressed(unwritten);
        }
    }

    private static Map<String, Object> body(Deed deed, Object name, String code, Map<String, ?> more) {
        Map<String, Object> body = new HashMap<>(more);
        body.put(deed.names(), name);
        body.put(deed.code(), code);
        return body;
    }
}
