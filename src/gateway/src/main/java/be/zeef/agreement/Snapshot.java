package be.zeef.agreement;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystem;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * A copy in memory of everything below {@code home} that can decide: mappings, routes and signing profiles, each file read
 * once. Who loads from it gets the very bytes that versions are made of, whatever is edited on disk since. A link counts as
 * what it points to; what is neither file nor folder is left out.
 */
public final class Snapshot implements AutoCloseable {

    private static final List<String> FOLDERS = List.of("mappings", "routes", "security/profiles");

    private final FileSystem memory;
    private final Path home;

    private Snapshot(FileSystem memory, Path home) {
        this.memory = memory;
        this.home = home;
    }

    /** @throws UncheckedIOException when something cannot be read */
    public static Snapshot of(Path home) {
        Path from = home.toAbsolutePath().normalize();
        FileSystem memory = Jimfs.newFileSystem(Configuration.unix());
        Snapshot snapshot = new Snapshot(memory, memory.getPath("/", from.toString()));
        FOLDERS.forEach(folder -> snapshot.take(from, folder));
        return snapshot;
    }

    /** In memory, under the same path as on disk. */
    public Path home() {
        return home;
    }

    private void take(Path from, String folder) {
        Path root = from.resolve(folder);
        if (!Files.isDirectory(root)) {
            return;
        }
        try (Stream<Path> all = Files.walk(root, FileVisitOption.FOLLOW_LINKS)) {
            for (Path path : all.toList()) {
                Path to = home.resolve(from.relativize(path).toString());
                if (Files.isDirectory(path)) {
                    Files.createDirectories(to);
                } else if (Files.isRegularFile(path)) {
                    Files.write(to, Files.readAllBytes(path));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("What lies below " + root + " cannot be read: " + e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        try {
            memory.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
