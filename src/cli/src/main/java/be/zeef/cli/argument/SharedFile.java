package be.zeef.cli.argument;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file that people hand to each other, such as an approval; it holds no secret and nobody's data. */
public final class SharedFile {

    private SharedFile() {}

    /**
     * @param place the option that names the file
     * @throws MisuseException when nothing can be written there
     */
    public static void write(Path file, byte[] content, String place) {
        try {
            Files.write(file, content);
        } catch (IOException e) {
            throw new MisuseException("nothing can be written to this file: " + Typed.shown(file, Typed.UNTOLD)
                    + ". Name another with " + place + ", in a folder that is there and that you may write to.");
        }
    }
}
