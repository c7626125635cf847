package be.zeef.route;

import be.zeef.validation.Finding;
import be.zeef.validation.Location;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.stream.Stream;

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
     * @throws MailboxException when the partner cannot be reached or refuses, with what its server said; nothing is there
     *     under that name then
     */
    void put(String name, Content content);

    /** Starts handing each whole incoming file to the handler, again and again until it is stopped. */
    void watch(Incoming handler);

    /**
     * Stops watching; returns when no handler is at work any more.
     *
     * @return what still lies in the folder and was not read
     */
    Unread unwatch();

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
     * What of a mailbox stayed unread: files, because of their names, or because they are links or folders that are named like
     * files; or all of it, because it could not be looked into. Names are not told: they may be made to be read by somebody.
     *
     * @param mailbox the name of its routes
     * @param files how many were refused
     * @param why what the server said, or what kind of failure it was, at the last look; empty when that succeeded
     */
    record Unread(String mailbox, int files, String why) {

        /** A run watches a mailbox more than once: the look that saw most files counts, and how the later one went. */
        public Unread and(Unread later) {
            return new Unread(mailbox, Math.max(files, later.files), later.why);
        }

        public List<Finding> findings() {
            Stream<Finding> refused =
                    files == 0 ? Stream.empty() : Stream.of(finding("mailbox.name-refused", Integer.toString(files)));
            return Stream.concat(refused, why.isEmpty() ? Stream.empty() : Stream.of(finding("mailbox.not-read", why)))
                    .toList();
        }

        private Finding finding(String code, String about) {
            return Finding.warning(code, Location.WHOLE, mailbox, about);
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
