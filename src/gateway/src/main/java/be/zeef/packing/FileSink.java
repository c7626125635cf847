package be.zeef.packing;

import java.io.IOException;
import java.io.OutputStream;

/** Where the files of a packed delivery are kept until they are sent. */
@FunctionalInterface
public interface FileSink {

    /** A new file of this name; complete when it is closed. */
    OutputStream create(String name) throws IOException;
}
