package be.zeef.route.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;

/** Reads an answer into memory, within a size and a time for all of it, however slowly its bytes drip. */
public final class WholeAnswer {

    private static final int PART = 8192;

    private WholeAnswer() {}

    /** More came than any answer may be. */
    public static final class TooLargeException extends IOException {
        private static final long serialVersionUID = 1L;
    }

    /** Reads to the end what is here already. */
    public static byte[] read(InputStream in, int most) throws IOException {
        return read(in, most, System.nanoTime() + Long.MAX_VALUE / 2);
    }

    /**
     * Reads to the end; each single read ends by the connection's own time-out.
     *
     * @param most in bytes; never much more is read
     * @param until the moment of {@link System#nanoTime} that ends all reading
     * @throws TooLargeException when more came
     * @throws SocketTimeoutException when it came too slowly
     */
    public static byte[] read(InputStream in, int most, long until) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        byte[] part = new byte[PART];
        for (int n = in.read(part); n >= 0; n = in.read(part)) {
            all.write(part, 0, n);
            if (all.size() > most) {
                throw new TooLargeException();
            }
            if (System.nanoTime() - until > 0) {
                throw new SocketTimeoutException("the answer came too slowly");
            }
        }
        return all.toByteArray();
    }
}
