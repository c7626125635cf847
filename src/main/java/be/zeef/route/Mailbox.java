package be.zeef.route;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/**
 * Files to and from one partner over FTPS or SFTP: a folder the partner reads and a folder the partner writes. The
 * Camel routes in {@code routes/} do the moving; this is what the rest of the house sees of them.
 *
 * <p>Content is streamed both ways. An incoming file stays at the partner's until {@link #acknowledge} removes it, so
 * a process that dies between reading and committing loses nothing.
 */
public interface Mailbox {

    /**
     * Writes a file into the partner's folder. It appears there under its name only when it is whole.
     *
     * @throws MailboxException when the partner cannot be reached or refuses; nothing is there under that name then
     */
    void put(String name, Content content);

    /** Starts handing each whole incoming file to the handler, again and again until it is stopped. */
    void watch(Incoming handler);

    /** Stops watching; returns when no handler is at work any more. */
    void unwatch();

    /** Removes an incoming file: it was read, and what it said is safely stored. A file that is gone is no error. */
    void acknowledge(String name);

    /** Writes the whole content of a file. */
    @FunctionalInterface
    interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    /**
     * Reads one incoming file. Called by one thread at a time. A file is handed over once, and again when its size or
     * time changes or when the handler threw: so throwing means "not yet, offer it again later".
     */
    @FunctionalInterface
    interface Incoming {
        void arrived(String name, InputStream content) throws IOException;

        /** The folder was looked at and held nothing new. Only routes that send an empty message when idle tell this. */
        default void nothingNew() {}
    }
}
