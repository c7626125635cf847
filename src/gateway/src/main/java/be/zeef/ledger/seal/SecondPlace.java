package be.zeef.ledger.seal;

import be.zeef.security.PrivateFiles;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The folder in which signed checkpoints are kept beside those of the database, one file for each, named after the number of entries that
 * it seals. It is worth something where whoever edits the database cannot take a file out of it.
 */
public final class SecondPlace {

    /** So many digits that the order of names is that of sizes. */
    private static final String NAME = "%019d.checkpoint";

    private static final Pattern NAMES = Pattern.compile("(\\d{19})\\.checkpoint");
    /** Far more than a note has. */
    private static final int LARGEST = 4096;

    private final Path folder;

    public SecondPlace(Path folder) {
        this.folder = folder;
    }

    /**
     * A file of it, not yet looked at.
     *
     * @param size how many entries it says by its name that it seals
     */
    public record Kept(long size, String text) {}

    /**
     * All of them, the smallest first; none where there is no folder yet.
     *
     * @throws IOException when they cannot be read
     */
    public List<Kept> all() throws IOException {
        List<Path> files = files();
        List<Kept> all = new ArrayList<>();
        for (Path file : files) {
            all.add(read(file));
        }
        return all;
    }

    /** That of most entries. */
    public Optional<Kept> newest() throws IOException {
        List<Path> files = files();
        return files.isEmpty() ? Optional.empty() : Optional.of(read(files.get(files.size() - 1)));
    }

    /** Writes it: whole or not at all, and not again where it is. */
    public void keep(Note note) throws IOException {
        PrivateFiles.folder(folder);
        Path file = folder.resolve(NAME.formatted(note.size()));
        if (!Files.exists(file)) {
            PrivateFiles.whole(file, new ByteArrayInputStream(note.text().getBytes(StandardCharsets.UTF_8)));
        }
    }

    private List<Path> files() throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(
                            file -> NAMES.matcher(file.getFileName().toString()).matches())
                    .sorted()
                    .toList();
        }
    }

    private static Kept read(Path file) throws IOException {
        Matcher name = NAMES.matcher(file.getFileName().toString());
        if (!name.matches() || Files.size(file) > LARGEST) {
            throw new IOException("a file that is no checkpoint lies among them");
        }
        return new Kept(Long.parseLong(name.group(1)), new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
    }
}
