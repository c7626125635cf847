package be.zeef.security;

import java.io.FilterInputStream;
import java.io.InputStream;

/** A stream that a reader cannot close: XML parsers close what they read, and here more is done with it after them. */
public final class KeptOpen extends FilterInputStream {

    public KeptOpen(InputStream in) {
        super(in);
    }

    @Override
    public void close() {
        // its owner closes it
    }
}
