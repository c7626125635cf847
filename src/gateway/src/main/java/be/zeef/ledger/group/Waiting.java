package be.zeef.ledger.group;

import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.jdbi.v3.core.JdbiException;

/** A caller who waits for what it wants written, until it is decided: committed, refused, or not taken by the database. */
final class Waiting<W> {

    private final W wanted;
    private final CompletableFuture<End> end = new CompletableFuture<>();

    Waiting(W wanted) {
        this.wanted = wanted;
    }

    /** How it was decided. */
    private sealed interface End {

        record Committed(long number) implements End {}

        record Refused(RuntimeException why) implements End {}

        record Failed(Throwable why, boolean unknown) implements End {}
    }

    W wanted() {
        return wanted;
    }

    boolean isDecided() {
        return end.isDone();
    }

    void committed(long number) {
        end.complete(new End.Committed(number));
    }

    /** It is refused itself; others would not be. */
    void refused(RuntimeException why) {
        end.complete(new End.Refused(why));
    }

    /** @param unknown whether it may be written all the same */
    void failed(Throwable why, boolean unknown) {
        end.complete(new End.Failed(why, unknown));
    }

    /**
     * Waits until it is decided.
     *
     * @throws InterruptedException when this thread was asked to stop meanwhile; it may wait on
     * @throws RuntimeException why it is refused, or a fault of ours
     * @throws UnwrittenException when the database did not, made in this thread
     */
    long await() throws InterruptedException {
        End how;
        try {
            how = end.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
        if (how instanceof End.Committed committed) {
            return committed.number();
        }
        if (how instanceof End.Refused refused) {
            throw refused.why();
        }
        End.Failed failed = (End.Failed) how;
        if (failed.why() instanceof RuntimeException fault && !isOfDatabase(fault)) {
            // no failure of the database: it is told as what it is
            throw fault;
        }
        throw failed.unknown() ? UnwrittenException.unknown(failed.why()) : UnwrittenException.nothing(failed.why());
    }

    private static boolean isOfDatabase(Throwable why) {
        for (Throwable each = why; each != null; each = each.getCause()) {
            if (each instanceof JdbiException || each instanceof SQLException) {
                return true;
            }
        }
        return false;
    }
}
