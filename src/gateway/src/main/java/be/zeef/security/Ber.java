package be.zeef.security;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;

/**
 * Where an element of ASN.1 ends (X.690 §8.1). Indefinite lengths are followed: whoever streams a message, as we do, writes
 * them.
 */
final class Ber {

    /** A signed message has some ten levels of indefinite length at most. */
    private static final int DEEPEST = 32;

    private static final int CONSTRUCTED = 0x20;
    private static final int LONG_TAG = 0x1f;
    private static final int LONG_LENGTH = 0x80;

    private Ber() {}

    /**
     * How many bytes follow the one element that these begin with.
     *
     * @return negative when they begin with none that is whole
     */
    static int trailing(byte[] bytes) {
        ByteBuffer all = ByteBuffer.wrap(bytes);
        try {
            skip(all, 0);
            return all.remaining();
        } catch (BufferUnderflowException e) {
            return -1;
        }
    }

    private static void skip(ByteBuffer in, int depth) {
        int tag = in.get();
        if ((tag & LONG_TAG) == LONG_TAG) {
            while (in.get() < 0) {
                // the tag's further bytes
            }
        }
        int length = in.get() & 0xff;
        if (length != LONG_LENGTH) {
            jump(in, length < LONG_LENGTH ? length : longer(in, length - LONG_LENGTH));
            return;
        }
        if ((tag & CONSTRUCTED) == 0 || depth == DEEPEST) {
            throw new BufferUnderflowException();
        }
        in.mark();
        while (in.getShort() != 0) {
            in.reset();
            skip(in, depth + 1);
            in.mark();
        }
    }

    private static long longer(ByteBuffer in, int bytes) {
        long length = 0;
        for (int i = 0; i < bytes; i++) {
            length = length << 8 | in.get() & 0xff;
            if (length > Integer.MAX_VALUE) {
                throw new BufferUnderflowException();
            }
        }
        return length;
    }

    private static void jump(ByteBuffer in, long length) {
        if (length > in.remaining()) {
            throw new BufferUnderflowException();
        }
        in.position(in.position() + (int) length);
    }
}
