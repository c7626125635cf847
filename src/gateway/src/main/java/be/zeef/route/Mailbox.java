package be.zeef.route;

import be.zeef.validation.Finding;
import be.zeef.validation.Location;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Optional;

/**
 * Files to and from one partner over FTPS or SFTP: a folder the partner reads and a folder the partner writes. The
 * Camel routes in {@code routes/} do the moving; this is what the rest of the house sees of them.
 *
 * <p>Content is streamed both ways. An incoming file stays at the partner's until {@link #acknowledge} removes it, so
 * a process that dies between reading and committing loses nothing. Only files whose names {@link FileName} accepts are
 * seen at all; the others are counted, and stay where they are.
 */
public interface Mailbox {

    /**
     * Writes a file into the partner's folder. It appears there under its name only when it is whole.
     *
     * @throws IllegalArgumentException when {@link FileName} does not accept the name
     * @throws MailboxException when the partner cannot be reached or refuses; nothing is there under that name then
     */
    void put(String name, Content content);

    /** Starts handing each whole incoming file to the handler, again and again until it is stopped. */
    void watch(Incoming handler);

    /**
     * Stops watching; returns when no handler is at work any more.
     *
     * @return what still lies in the folder and was not looked at because of its name
     */
    Refused unwatch();

    /**
     * Removes an incoming file: it was read, and what it said is safely stored. A file that is gone is no error, and one
     * that was replaced since it was offered is left: it is offered again, by the next run at the latest.
     */
    void acknowledge(Offered file);

    /**
     * An incoming file as its folder showed it when it was handed over.
     *
     * @param name accepted by {@link FileName}
     * @param bytes its size
     * @param changed milliseconds since 1970, as exact as the server is; 0 when it told none
     */
    record Offered(String name, long bytes, long changed) {

        public Offered {
            FileName.require(name);
        }
    }

    /**
     * How many files a mailbox left unread because of their names, or because they are links or folders that are named
     * like files. Their names are not told: they may be made to be read by somebody.
     *
     * @param mailbox the name of its routes
     */
    record Refused(String mailbox, int files) {

        /** A run watches a mailbox more than once: the look that saw most of them counts. */
        public Refused most(Refused other) {
            return files >= other.files ? this : other;
        }

        public Optional<Finding> finding() {
            return files == 0
                    ? Optional.empty()
                    : Optional.of(
                            Finding.warning("mailbox.name-refused", Location.WHOLE, mailbox, Integer.toString(files)));
        }
    }

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
        void arrived(Offered file, InputStream content) throws IOException;

        /** The folder was looked at and held nothing new. Only routes that send an empty message when idle tell this. */
        default void nothingNew() {}
    }
}
