package be.zeef.security.reading;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * Counts what a parser takes in before it tells of anything. It keeps all of that in memory, so a comment without an end would
 * fill it.
 */
final class Stretch extends FilterInputStream {

    private final int most;
    private int bytes;

    /** @param most how many bytes may be read between two calls of {@link #told} */
    Stretch(InputStream in, int most) {
        super(in);
        this.most = most;
    }

    /** The parser took more than it may. */
    static final class TooLongException extends IOException {
        private static final long serialVersionUID = 1L;
    }

    /** The parser has told of what it read. */
    void told() {
        bytes = 0;
    }

    @Override
    public int read() throws IOException {
        int read = super.read();
        count(read < 0 ? 0 : 1);
        return read;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int read = super.read(buffer, offset, length);
        count(Math.max(0, read));
        return read;
    }

    private void count(int read) throws TooLongException {
        bytes += read;
        if (bytes > most) {
            throw new TooLongException();
        }
    }
}
