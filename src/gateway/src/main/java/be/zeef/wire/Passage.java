package be.zeef.wire;

import be.zeef.ledger.event.Event;
import be.zeef.security.Fingerprint;
import be.zeef.security.Sha256;
import java.io.FilterInputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import java.util.HexFormat;
import java.util.Optional;

/**
 * One message or file and what came back, told by whoever holds its bytes at the edge. Thread-safe: a file may be written by another
 * thread than the one that did the deed.
 */
public final class Passage {

    private final Part sent = new Part();
    private final Part came = new Part();
    private boolean sealed;
    private String signer = "";

    /** Sees what is written to the returned stream. */
    public OutputStream sending(OutputStream out) {
        sent.begin();
        return new FilterOutputStream(out) {
            @Override
            public void write(int each) throws IOException {
                out.write(each);
                sent.add(new byte[] {(byte) each}, 0, 1);
            }

            @Override
            public void write(byte[] bytes, int offset, int length) throws IOException {
                out.write(bytes, offset, length);
                sent.add(bytes, offset, length);
            }
        };
    }

    /** The same of bytes that are sent as one; of none, nothing is. */
    public void sent(byte[] bytes) {
        if (bytes.length > 0) {
            sent.begin();
            sent.add(bytes, 0, bytes.length);
        }
    }

    /** What is sent is signed by us or enciphered, so that nobody can make its bytes who knows what it says. */
    public synchronized void sealed() {
        sealed = true;
    }

    /** Nobody was reached: nothing was sent after all. */
    public void notSent() {
        sent.forget();
    }

    /** Sees what is read from the returned stream, refused or not. */
    public InputStream receiving(InputStream in) {
        came.begin();
        return new FilterInputStream(in) {
            @Override
            public int read() throws IOException {
                int each = super.read();
                if (each >= 0) {
                    came.add(new byte[] {(byte) each}, 0, 1);
                }
                return each;
            }

            @Override
            public int read(byte[] bytes, int offset, int length) throws IOException {
                int read = super.read(bytes, offset, length);
                came.add(bytes, offset, Math.max(0, read));
                return read;
            }

            @Override
            public long skip(long count) throws IOException {
                return readNBytes((int) Math.min(count, Integer.MAX_VALUE)).length;
            }

            @Override
            public boolean markSupported() {
                return false;
            }
        };
    }

    /**
     * Reads on to the end of a stream that its reader left where it is, so that a digest is of the whole.
     *
     * @param most bytes to read at the most
     */
    public static void readOn(InputStream receiving, long most) {
        byte[] part = new byte[1 << 13];
        try {
            long left = most;
            for (int read = 0; left > 0 && read >= 0; left -= Math.max(0, read)) {
                read = receiving.read(part, 0, (int) Math.min(part.length, left));
            }
        } catch (IOException e) {
            // its reader closed it, or the partner is gone: what came is what came
        }
    }

    /** Its answer was found to be signed by this certificate, which is the one that is trusted for it. */
    public synchronized void signedBy(X509Certificate certificate) {
        signer = Fingerprint.of(certificate).hex();
    }

    /**
     * As the ledger keeps it; empty when nothing was sent and nothing came. What is signed cannot be guessed, and has SHA-256 for its digest, which
     * anybody can hold against the message; all else has one under the key.
     */
    synchronized Optional<Event.Wire> seen(WireKey key) {
        Event.Wire wire =
                new Event.Wire(sent.digest(sealed, key), came.digest(!signer.isEmpty(), key), came.count(), signer);
        return wire.request().isEmpty() && wire.answer().isEmpty() ? Optional.empty() : Optional.of(wire);
    }

    /** Bytes in one direction. */
    private static final class Part {
        private MessageDigest digest;
        private long count;

        synchronized void begin() {
            digest = Sha256.digest();
            count = 0;
        }

        synchronized void forget() {
            digest = null;
        }

        synchronized void add(byte[] bytes, int offset, int length) {
            digest.update(bytes, offset, length);
            count += length;
        }

        synchronized long count() {
            return count;
        }

        /** Empty where nothing passed. */
        synchronized String digest(boolean plain, WireKey key) {
            if (digest == null || count == 0) {
                return "";
            }
            byte[] value = copy().digest();
            return plain ? HexFormat.of().formatHex(value) : key.of(value);
        }

        private MessageDigest copy() {
            try {
                return (MessageDigest) digest.clone();
            } catch (CloneNotSupportedException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
