package be.zeef.cli.argument;

import be.zeef.security.PrivateFiles;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * A file that somebody asked for: it is this user's only, nothing is written over, and it is there before what goes into it is made, so that who
 * cannot be given anything was given nothing.
 */
public final class NewFile {

    private NewFile() {}

    /** Makes what goes into a file. */
    @FunctionalInterface
    public interface Content {
        byte[] make() throws IOException;
    }

    /** Writes what goes into a file, piece by piece; says whether it is whole. */
    @FunctionalInterface
    public interface Pieces {
        boolean write(OutputStream out) throws IOException;
    }

    /**
     * Writes a file, or leaves none.
     *
     * @throws MisuseException when there is one, or none can be made there
     */
    public static void write(Path file, Content content) throws IOException {
        inPieces(file, out -> {
            out.write(content.make());
            return true;
        });
    }

    /**
     * The same of what is too large to be held.
     *
     * @return whether it was written
     * @throws MisuseException when there is one, or none can be made there
     */
    public static boolean inPieces(Path file, Pieces pieces) throws IOException {
        boolean written = false;
        OutputStream opened = opened(file);
        try (OutputStream out = opened) {
            written = pieces.write(out);
        } finally {
            if (!written) {
                Files.deleteIfExists(file);
            }
        }
        return written;
    }

    private static OutputStream opened(Path file) {
        try {
            return PrivateFiles.output(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        } catch (FileAlreadyExistsException e) {
            throw new MisuseException("there is a file of this name. Name another, or move it away.");
        } catch (IOException e) {
            throw new MisuseException(
                    "nothing can be written there. Name a file in a folder that is there and that you may write to.");
        }
    }
}
