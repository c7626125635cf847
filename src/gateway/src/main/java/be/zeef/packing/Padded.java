package be.zeef.packing;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/**
 * Fills what is written up with spaces, to the next power of two and to {@value #LEAST} bytes at least, so that its size tells
 * little of how many lines it has. In XML white space may stand behind the root (XML 1.0, production 27); no other form of a
 * delivery has a place for it. What stands below stays open: the end is written by {@link #fill}.
 */
final class Padded extends FilterOutputStream {

    /** Bytes of the smallest file: as much as some twenty lines take. */
    static final int LEAST = 4096;

    private static final byte[] SPACES = " ".repeat(LEAST).getBytes(StandardCharsets.US_ASCII);

    private long written;

    Padded(OutputStream out) {
        super(out);
    }

    @Override
    public void write(int b) throws IOException {
        out.write(b);
        written++;
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        out.write(bytes, offset, length);
        written += length;
    }

    /** Writes what is missing; nothing may be written behind it. */
    void fill() throws IOException {
        long size = Math.max(LEAST, Long.highestOneBit(Math.max(1, written - 1)) << 1);
        while (written < size) {
            write(SPACES, 0, (int) Math.min(SPACES.length, size - written));
        }
        flush();
    }
}
