package be.zeef.security;

import ch.qos.logback.core.status.Status;
import ch.qos.logback.core.status.StatusListener;

/**
 * Tells on standard error, in one line, that the log is in trouble; {@code logback.xml} names it. Without it Logback would
 * print all that it did on standard output, among what a command answers. Thread-safe.
 */
public final class LogTrouble implements StatusListener {

    private String file = "";
    private int told = Status.INFO;

    /** The log that is in trouble, as it is told; {@code logback.xml} sets it. */
    public synchronized void setFile(String file) {
        this.file = file;
    }

    /** The first warning and the first error are told; what follows from them is not. */
    @Override
    public synchronized void addStatusEvent(Status status) {
        int level = status.getEffectiveLevel();
        if (level > told) {
            told = level;
            System.err.println(level == Status.ERROR ? lost(status) : kept(status));
        }
    }

    private String lost(Status status) {
        Throwable cause = status.getThrowable();
        String why = cause == null ? "" : " (" + cause.getClass().getSimpleName() + ")";
        return "zeef: the log " + file + " cannot be written" + why + ", so warnings and errors are kept nowhere."
                + " See that its folder is one that you may write in, and that the disk is not full.";
    }

    private String kept(Status status) {
        return "zeef: the log " + file + " is kept, but look at its folder and at the clock of this machine: "
                + status.getMessage().replaceAll("\\p{Cc}", "?");
    }
}
