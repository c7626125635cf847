package be.zeef.route;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Content that is written on a thread of its own while a route reads it, so that no file is ever held whole in memory.
 * When the writer fails the reader gets an exception, not an end: a file cut off must not appear as a whole one.
 */
final class PipedContent extends FilterInputStream {

    private static final Logger LOG = LoggerFactory.getLogger(PipedContent.class);
    private static final int SKIPPED_AT_ONCE = 8192;

    private volatile long taken;
    private final CompletableFuture<Void> written = new CompletableFuture<>();

    PipedContent(Mailbox.Content content) throws IOException {
        super(new PipedInputStream(1 << 16));
        PipedOutputStream pipe = new PipedOutputStream((PipedInputStream) in);
        Thread writer = new Thread(() -> write(content, pipe), "zeef-write");
        writer.setDaemon(true);
        writer.start();
    }

    private void write(Mailbox.Content content, PipedOutputStream pipe) {
        try (OutputStream out = pipe) {
            content.writeTo(out);
            written.complete(null);
        } catch (Throwable e) {
            // an Error too: whatever ends the writing, its reader must not wait for it, nor take what there is for all
            written.completeExceptionally(e);
            if (!(e instanceof IOException)) {
                LOG.error(
                        "the content of a file could not be written ({})",
                        e.getClass().getName());
            }
        }
    }

    @Override
    public int read() throws IOException {
        return checked(super.read());
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        return checked(super.read(buffer, offset, length));
    }

    /** What is skipped is read, for the pipe's own end is only an end when all was written. */
    @Override
    public long skip(long count) throws IOException {
        long left = count;
        byte[] passed = new byte[(int) Math.min(Math.max(1, count), SKIPPED_AT_ONCE)];
        for (int read = 0; left > 0 && read >= 0; left -= Math.max(0, read)) {
            read = read(passed, 0, (int) Math.min(left, passed.length));
        }
        return count - left;
    }

    /** How many times something was read so far; whoever reads nothing more does not raise it. */
    long taken() {
        return taken;
    }

    private int checked(int read) throws IOException {
        taken++;
        if (read < 0) {
            try {
                written.join();
            } catch (CompletionException e) {
                throw new IOException("the content could not be written whole", e.getCause());
            }
        }
        return read;
    }
}
