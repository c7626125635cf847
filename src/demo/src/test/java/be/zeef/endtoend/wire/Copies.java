package be.zeef.endtoend.wire;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Holds on to every file that lies in folders of far ends while it is open, though it be taken away: a link to each, made a few milliseconds after it is there. */
final class Copies implements AutoCloseable {

    private static final int LOOK_MILLIS = 5;

    private final Path kept;
    private final List<Path> folders;
    private final Set<Object> seen = new HashSet<>();
    private final List<Path> links = new ArrayList<>();
    private final ScheduledExecutorService worker = Executors.newSingleThreadScheduledExecutor();

    Copies(Path kept, Path... folders) throws IOException {
        this.kept = Files.createDirectories(kept);
        this.folders = List.of(folders);
        worker.scheduleWithFixedDelay(this::look, 0, LOOK_MILLIS, TimeUnit.MILLISECONDS);
    }

    private synchronized void look() {
        for (Path folder : folders) {
            try (Stream<Path> files = Files.list(folder)) {
                files.filter(Files::isRegularFile).forEach(this::keep);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private void keep(Path file) {
        try {
            Object inode = Files.getAttribute(file, "unix:ino");
            if (!seen.contains(inode)) {
                Path link = kept.resolve(Integer.toString(links.size()));
                Files.createLink(link, file);
                links.add(link);
                seen.add(inode);
            }
        } catch (NoSuchFileException e) {
            // it has its last name by now, or is gone before anybody could read it
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What lay there until now, but for empty files. */
    synchronized List<byte[]> contents() throws IOException {
        look();
        List<byte[]> all = new ArrayList<>();
        for (Path link : links) {
            byte[] content = Files.readAllBytes(link);
            if (content.length > 0) {
                all.add(content);
            }
        }
        return all;
    }

    @Override
    public void close() {
        worker.shutdownNow();
    }
}
