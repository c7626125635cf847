package be.zeef.ledger;

/**
 * Does what must be done before a thread that is asked to stop may stop: to write how a deed ended, and to leave a partner in
 * order. A pool of connections and a call to a partner fail in a thread that is asked to.
 */
public final class Uninterrupted {

    private Uninterrupted() {}

    /** Does it as if nobody had asked; the thread stays asked, for whoever looks next. */
    public static void run(Runnable last) {
        boolean asked = Thread.interrupted();
        try {
            last.run();
        } finally {
            if (asked) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
