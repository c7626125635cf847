package be.zeef.sandbox.delivery;

import be.zeef.security.PrivateFiles;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Who has been granted what, one row per person and school year, and one more for what a better grant of a later day left of an
 * earlier one, in a file that is replaced as a whole: a process killed at
 * any moment leaves the old table or the new one. Used by one thread at a time.
 */
public final class Table {

    private final Path file;
    private final String header;
    /** By person and school year, then by first day. */
    private final Map<String, NavigableMap<String, Line>> rows = new TreeMap<>();

    /** @param header the first row of the file; the others hold key, value, from and until */
    public Table(Path file, String header) throws IOException {
        this.file = file;
        this.header = header;
        if (Files.exists(file)) {
            try (var lines = Files.lines(file)) {
                lines.skip(1)
                        .map(row -> row.split(";", -1))
                        .forEach(row -> put(new Line("", row[0], row[1], row[2], row[3])));
            }
        }
    }

    /** What this person has last for the school year that this line is about. */
    public Optional<Line> same(Line line) {
        return Optional.ofNullable(rows.get(place(line)))
                .map(own -> own.lastEntry().getValue());
    }

    /** Grants this from its first day on; what the person had for that school year before that day stays, until the day before. */
    public void put(Line line) {
        NavigableMap<String, Line> own = rows.computeIfAbsent(place(line), none -> new TreeMap<>());
        own.tailMap(line.from(), true).clear();
        if (!own.isEmpty()) {
            Line before = own.lastEntry().getValue();
            String last = LocalDate.parse(line.from()).minusDays(1).toString();
            String until = before.until().compareTo(last) < 0 ? before.until() : last;
            own.put(before.from(), new Line(before.id(), before.key(), before.value(), before.from(), until));
        }
        own.put(line.from(), line);
    }

    /** A school year ends in August: a line that ends later in the year is of the next one. */
    private static String place(Line line) {
        int year = Integer.parseInt(line.until().substring(0, 4));
        int month = Integer.parseInt(line.until().substring(5, 7));
        return line.key() + ";" + (month > 8 ? year + 1 : year);
    }

    /** Makes it survive; the file is on disk when this returns. */
    public void store() throws IOException {
        StringBuilder text = new StringBuilder(header + "\n");
        for (Line row :
                rows.values().stream().flatMap(own -> own.values().stream()).toList()) {
            text.append(row.key()).append(';').append(row.value()).append(';');
            text.append(row.from()).append(';').append(row.until()).append('\n');
        }
        Path part = file.resolveSibling(file.getFileName() + ".part");
        PrivateFiles.writeString(part, text);
        try (FileChannel channel = PrivateFiles.channel(part, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
        Files.move(part, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }
}
