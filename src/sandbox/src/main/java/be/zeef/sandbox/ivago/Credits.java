package be.zeef.sandbox.ivago;

import be.zeef.sandbox.delivery.Line;
import be.zeef.security.PrivateFiles;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Every line ever credited, once: {@code id;household;category;year}, and behind it {@code ;wijze;zone} where the line said one of
 * them. Used by one thread at a time.
 */
final class Credits {

    private final Path file;
    private final Set<String> ids = new HashSet<>();

    Credits(Path file) throws IOException {
        this.file = file;
        if (Files.exists(file)) {
            dropTornLine();
            try (var lines = Files.lines(file)) {
                lines.forEach(line -> ids.add(line.substring(0, line.indexOf(';'))));
            }
        }
    }

    /** A process killed while it wrote leaves half a line. No receipt spoke of it yet, so it is no credit. */
    private void dropTornLine() throws IOException {
        try (FileChannel channel = PrivateFiles.channel(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            long end = channel.size();
            ByteBuffer one = ByteBuffer.allocate(1);
            while (end > 0 && channel.read(one.clear(), end - 1) == 1 && one.get(0) != '\n') {
                end--;
            }
            channel.truncate(end);
        }
    }

    boolean has(String id) {
        return ids.contains(id);
    }

    /** Credits these; they are on disk when this returns. */
    void credit(List<Line> lines) throws IOException {
        StringBuilder rows = new StringBuilder();
        for (Line line : lines) {
            rows.append(line.id()).append(';').append(line.key()).append(';');
            rows.append(line.value()).append(';').append(line.from());
            if (!line.told().isEmpty()) {
                rows.append(';').append(line.told().getOrDefault(GrantsReader.WAY, ""));
                rows.append(';').append(line.told().getOrDefault(GrantsReader.ZONE, ""));
            }
            rows.append('\n');
        }
        ByteBuffer bytes = ByteBuffer.wrap(rows.toString().getBytes(StandardCharsets.UTF_8));
        try (FileChannel channel = PrivateFiles.channel(
                file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND)) {
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
        lines.forEach(line -> ids.add(line.id()));
    }
}
