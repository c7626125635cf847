package be.zeef.route;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import org.apache.camel.Exchange;
import org.apache.camel.Message;

/**
 * Reads an HTTP answer into memory while its connection is open: never more than {@value #MOST_BYTES} bytes, never onto a
 * disk, and not beyond the call's time, however slowly the bytes drip.
 */
public final class AnswerReader {

    /** The bean that routes name. */
    static final String BEAN = "answerReader";
    /** Exchange property: the moment of {@link System#nanoTime} after which reading stops. */
    static final String UNTIL = "ZeefUntil";

    private static final int MOST_BYTES = 1 << 20;

    /** More came than any answer may be. */
    static final class TooLargeException extends IOException {
        private static final long serialVersionUID = 1L;
    }

    /** Replaces the body of the message, a stream, by its bytes. */
    public void read(Exchange exchange) throws IOException {
        Message message = exchange.getMessage();
        long until = exchange.getProperty(UNTIL, Long.class);
        try (InputStream in = message.getBody(InputStream.class)) {
            message.setBody(in == null ? new byte[0] : bytes(in, until));
        }
    }

    private static byte[] bytes(InputStream in, long until) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        byte[] part = new byte[8192];
        for (int n = in.read(part); n >= 0; n = in.read(part)) {
            all.write(part, 0, n);
            if (all.size() > MOST_BYTES) {
                throw new TooLargeException();
            }
            if (System.nanoTime() - until > 0) {
                throw new SocketTimeoutException();
            }
        }
        return all.toByteArray();
    }
}
