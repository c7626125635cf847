package be.zeef.counter.door;

import java.io.ByteArrayOutputStream;

/**
 * Where each request of a connection ends, told byte by byte: the same however the bytes arrive. Lines end in CR LF and in
 * nothing else; chunks have a plain hexadecimal size, no extensions and no trailer. For one thread.
 */
final class Framing {

    /** Bytes of a request line. */
    static final int MOST_LINE = 4096;
    /** Bytes of a whole head: room for a bearer token with many roles. */
    static final int MOST_HEAD = 16_384;

    private static final int MOST_SIZE_DIGITS = 6;

    private enum State {
        BEFORE,
        EMPTY_LINE,
        HEAD,
        LENGTH,
        CHUNK_SIZE,
        CHUNK_SIZE_END,
        CHUNK,
        CHUNK_CR,
        CHUNK_LF,
        LAST_CR,
        LAST_LF
    }

    /** What a byte completed. */
    enum Step {
        /** Nothing: more belongs to it. */
        MORE,
        /** A head whose body follows. */
        HEAD,
        /** A whole request. */
        REQUEST
    }

    private final ByteArrayOutputStream head = new ByteArrayOutputStream(512);
    private State state = State.BEFORE;
    private boolean emptyLineSeen;
    /** Bytes of this line of the head, and its last one. */
    private int line;

    private byte last;
    /** Bytes of the body, or of this chunk, that are still to come. */
    private long left;

    private int sizeDigits;

    /** @throws FramingFault when this byte cannot stand here; nothing can be read after it */
    Step next(byte sign) throws FramingFault {
        switch (state) {
            case BEFORE:
                return before(sign);
            case EMPTY_LINE:
                emptyLineSeen = true;
                return expect('\n', sign, State.BEFORE);
            case HEAD:
                return head(sign);
            case LENGTH:
                return --left == 0 ? done() : Step.MORE;
            case CHUNK_SIZE:
                return size(sign);
            case CHUNK_SIZE_END:
                return expect('\n', sign, left == 0 ? State.LAST_CR : State.CHUNK);
            case CHUNK:
                state = --left == 0 ? State.CHUNK_CR : State.CHUNK;
                return Step.MORE;
            case CHUNK_CR:
                return expect('\r', sign, State.CHUNK_LF);
            case CHUNK_LF:
                return expect('\n', sign, State.CHUNK_SIZE);
            case LAST_CR:
                return expect('\r', sign, State.LAST_LF);
            default:
                expect('\n', sign, State.BEFORE);
                return done();
        }
    }

    private Step expect(char wanted, byte sign, State then) throws FramingFault {
        if (sign != wanted) {
            throw FramingFault.malformed("a line end");
        }
        state = then;
        return Step.MORE;
    }

    /** One empty line may stand before a request (RFC 9112 §2.2): some clients send one after a body. */
    private Step before(byte sign) throws FramingFault {
        if (sign == '\r' && !emptyLineSeen) {
            state = State.EMPTY_LINE;
            return Step.MORE;
        }
        state = State.HEAD;
        return head(sign);
    }

    private Step head(byte sign) throws FramingFault {
        if ((last == '\r') != (sign == '\n')) {
            throw FramingFault.malformed("a line end");
        }
        head.write(sign);
        line++;
        last = sign;
        if (line > MOST_LINE && line == head.size()) {
            throw FramingFault.lineTooLong();
        }
        if (head.size() > MOST_HEAD) {
            throw FramingFault.headTooLong();
        }
        if (sign != '\n') {
            return Step.MORE;
        }
        boolean ended = line == "\r\n".length();
        if (ended && line == head.size()) {
            throw FramingFault.malformed("the request line");
        }
        line = 0;
        return ended ? body(RequestHead.read(head.toByteArray())) : Step.MORE;
    }

    private Step body(RequestHead read) {
        left = read.length();
        sizeDigits = 0;
        if (read.chunked()) {
            state = State.CHUNK_SIZE;
        } else if (left > 0) {
            state = State.LENGTH;
        } else {
            return done();
        }
        return Step.HEAD;
    }

    private Step size(byte sign) throws FramingFault {
        if (sign == '\r' && sizeDigits > 0) {
            sizeDigits = 0;
            state = State.CHUNK_SIZE_END;
            return Step.MORE;
        }
        int digit = sign < 0 ? -1 : Character.digit((char) sign, 16);
        if (digit < 0 || ++sizeDigits > MOST_SIZE_DIGITS) {
            throw FramingFault.malformed("the size of a chunk");
        }
        left = (sizeDigits == 1 ? 0 : left) * 16 + digit;
        return Step.MORE;
    }

    private Step done() {
        head.reset();
        emptyLineSeen = false;
        line = 0;
        last = 0;
        state = State.BEFORE;
        return Step.REQUEST;
    }
}
