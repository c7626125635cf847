package be.zeef.cli.service;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * One message between a service and who asks it: a letter, the length of what follows as four bytes, and that.
 *
 * @param body what it means follows from the kind
 */
record Frame(Kind kind, byte[] body) {

    /** Longer ones are nobody's. */
    private static final int MOST = 1 << 20;

    /** What is said, by its letter. */
    enum Kind {
        /** To the service: a command line and where it was typed, as JSON. */
        RUN('r'),
        /** What came on standard input; nothing at its end. */
        INPUT('i'),
        /** A secret that was typed; in answer to {@link #ASK}. */
        SECRET('s'),
        /** No secret was typed. */
        NO_SECRET('n'),
        /** From the service: for standard output. */
        OUT('o'),
        /** For standard error. */
        ERR('e'),
        /** More of standard input is wanted. */
        MORE('m'),
        /** Somebody is to be asked this for a secret. */
        ASK('a'),
        /** The command ended; its exit code as text. */
        EXIT('x'),
        /** It was not run, and why. */
        REFUSED('f');

        private final char letter;

        Kind(char letter) {
            this.letter = letter;
        }

        static Kind of(int letter) throws IOException {
            for (Kind kind : values()) {
                if (kind.letter == letter) {
                    return kind;
                }
            }
            throw new IOException("what is at the other end is no zeef");
        }
    }

    static Frame of(Kind kind, String text) {
        return new Frame(kind, text.getBytes(StandardCharsets.UTF_8));
    }

    String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    /** The next one; empty at the end. */
    static Optional<Frame> read(ReadableByteChannel from) throws IOException {
        ByteBuffer head = ByteBuffer.allocate(1 + Integer.BYTES);
        if (!fill(head, from)) {
            return Optional.empty();
        }
        Kind kind = Kind.of(head.flip().get());
        int length = head.getInt();
        if (length < 0 || length > MOST) {
            throw new IOException("what is at the other end is no zeef");
        }
        ByteBuffer body = ByteBuffer.allocate(length);
        if (!fill(body, from)) {
            return Optional.empty();
        }
        return Optional.of(new Frame(kind, body.array()));
    }

    /** Whether as much came. */
    private static boolean fill(ByteBuffer buffer, ReadableByteChannel from) throws IOException {
        while (buffer.hasRemaining()) {
            if (from.read(buffer) < 0) {
                return false;
            }
        }
        return true;
    }

    void write(WritableByteChannel to) throws IOException {
        ByteBuffer all = ByteBuffer.allocate(1 + Integer.BYTES + body.length);
        all.put((byte) kind.letter).putInt(body.length).put(body).flip();
        while (all.hasRemaining()) {
            to.write(all);
        }
    }

    @Override
    public String toString() {
        return kind.name();
    }
}
