package be.zeef.delivery;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import org.jdbi.v3.core.Handle;

/** Writes a file of a delivery into the database in parts of at most 512 KiB. */
final class PartStream extends OutputStream {

    private static final int PART = 512 << 10;

    private final Handle handle;
    private final String delivery;
    private final String file;
    private final ByteArrayOutputStream waiting = new ByteArrayOutputStream(1 << 16);
    private int part;
    private boolean closed;

    PartStream(Handle handle, String delivery, String file) {
        this.handle = handle;
        this.delivery = delivery;
        this.file = file;
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        waiting.write(bytes, offset, length);
        if (waiting.size() >= PART) {
            store();
        }
    }

    @Override
    public void close() {
        if (!closed && waiting.size() > 0) {
            store();
        }
        closed = true;
    }

    private void store() {
        Deliveries.part(handle, delivery, file, part++, waiting.toByteArray());
        waiting.reset();
    }
}
