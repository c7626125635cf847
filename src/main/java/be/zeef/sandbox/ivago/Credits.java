package be.zeef.sandbox.ivago;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Every line ever credited, once: {@code id;household;category;year}. */
final class Credits {

    private final Path file;
    private final Set<String> ids = new HashSet<>();

    Credits(Path file) throws IOException {
        this.file = file;
        if (Files.exists(file)) {
            try (var lines = Files.lines(file)) {
                lines.filter(line -> line.split(";").length == 4).forEach(line -> ids.add(line.substring(0, 64)));
            }
        }
    }

    boolean has(String id) {
        return ids.contains(id);
    }

    /** Credits these; they are on disk when this returns. */
    void credit(List<Opener.Line> lines) throws IOException {
        try (Writer out = Files.newBufferedWriter(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            for (Opener.Line line : lines) {
                out.write(line.id() + ";" + line.household() + ";" + line.category() + ";" + line.year() + "\n");
                ids.add(line.id());
            }
        }
    }
}
