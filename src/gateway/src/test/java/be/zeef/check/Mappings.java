package be.zeef.check;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** The mappings of the house with one agreement edited. */
final class Mappings {

    private Mappings() {}

    static Path copy(Path folder, String agreement, String text, String by) throws IOException {
        Path mappings = folder.resolve("mappings");
        try (Stream<Path> files = Files.walk(Path.of("mappings"))) {
            for (Path from : files.toList()) {
                Path to = mappings.resolve(Path.of("mappings").relativize(from).toString());
                if (Files.isDirectory(from)) {
                    Files.createDirectories(to);
                } else {
                    Files.copy(from, to);
                }
            }
        }
        edit(mappings, agreement, text, by);
        return mappings;
    }

    /** @throws IllegalArgumentException when the text does not stand there once */
    static void edit(Path mappings, String agreement, String text, String by) throws IOException {
        Path file = mappings.resolve("agreements/" + agreement + ".yaml");
        String before = Files.readString(file);
        if (before.indexOf(text) < 0 || before.indexOf(text) != before.lastIndexOf(text)) {
            throw new IllegalArgumentException(text + " does not stand once in " + file);
        }
        Files.writeString(file, before.replace(text, by));
    }
}
