package be.zeef.sandbox;

import be.zeef.security.Keys;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * Keys of a gateway and its far ends, made once for all tests of a process: two dozen RSA keys take seconds. A test gets a
 * copy of its own; the gateway's secrets (vault, pseudonyms) are made anew where they are first needed.
 */
public final class ReadyKeys {

    private static final Path MADE = make();

    private ReadyKeys() {}

    private static Path make() {
        try {
            Path folder = Files.createTempDirectory("zeef-ready-keys");
            SandboxKeys.in(folder.resolve("far"), Keys.in(folder.resolve("gateway")));
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Copies them into these folders, where a sandbox finds its keys already made. */
    public static void copy(Path gateway, Path far) {
        copyAll(MADE.resolve("gateway"), gateway);
        copyAll(MADE.resolve("far"), far);
    }

    private static void copyAll(Path from, Path to) {
        Keys.in(to).folder();
        try (Stream<Path> files = Files.list(from)) {
            for (Path file : files.toList()) {
                Files.copy(
                        file,
                        to.resolve(file.getFileName()),
                        java.nio.file.StandardCopyOption.REPLACE_EXISTING,
                        java.nio.file.StandardCopyOption.COPY_ATTRIBUTES);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
