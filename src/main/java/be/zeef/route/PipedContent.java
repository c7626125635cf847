package be.zeef.route;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/**
 * Content that is written on a thread of its own while a route reads it, so that no file is ever held whole in memory.
 * When the writer fails the reader gets an exception, not an end: a file cut off must not appear as a whole one.
 */
final class PipedContent extends FilterInputStream {

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
        } catch (IOException | RuntimeException e) {
            written.completeExceptionally(e);
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

    private int checked(int read) throws IOException {
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
