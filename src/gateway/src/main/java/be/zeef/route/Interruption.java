package be.zeef.route;

/**
 * What a wait does when its thread is asked to stop: it ends at once, the thread stays asked, and what was stored so far
 * stands, so that the run can be gone on with.
 */
public final class Interruption {

    private Interruption() {}

    /**
     * The thread is asked to stop again, for whoever looks next.
     *
     * @param waiting what for, such as {@code waiting for MAGDA}
     * @return to be thrown
     */
    public static IllegalStateException stopped(String waiting, InterruptedException cause) {
        Thread.currentThread().interrupt();
        return new IllegalStateException("stopped while " + waiting + "; run again with --resume", cause);
    }
}
