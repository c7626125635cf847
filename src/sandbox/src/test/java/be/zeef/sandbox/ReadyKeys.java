package be.zeef.sandbox;

import be.zeef.security.Keys;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.stream.Stream;

/**
 * Keys of a gateway and its far ends, made once for all tests of a build, under {@code target}: two dozen RSA keys take
 * seconds, in a virtual machine without its second compiler twenty. A test gets a copy of its own; the gateway's secrets
 * (vault, pseudonyms) are made anew where they are first needed.
 */
public final class ReadyKeys {

    private static final Path MADE = make();

    private ReadyKeys() {}

    /** One process at a time: what the first has made, the others find. */
    private static Path make() {
        try {
            Path folder = Files.createDirectories(Path.of("target/ready-keys").toAbsolutePath());
            try (FileChannel turn =
                    FileChannel.open(folder.resolve("turn"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
                turn.lock();
                SandboxKeys.in(folder.resolve("far"), Keys.in(folder.resolve("gateway")));
            }
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
                        StandardCopyOption.REPLACE_EXISTING,
                        StandardCopyOption.COPY_ATTRIBUTES);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
