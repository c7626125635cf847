package be.zeef.agreement;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Homes of a gateway that a test may edit. */
public final class Homes {

    private Homes() {}

    /** A copy of the mappings, routes and profiles that ship. */
    public static Path copy(Path folder) {
        for (String each : List.of("mappings", "routes", "security/profiles")) {
            try (Stream<Path> files = Files.walk(Path.of(each))) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    Path to = folder.resolve(file.toString());
                    Files.createDirectories(to.getParent());
                    Files.copy(file, to);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return folder;
    }
}
