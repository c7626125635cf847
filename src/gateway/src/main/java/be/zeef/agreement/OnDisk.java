package be.zeef.agreement;

import be.zeef.agreement.Manifest.Change;
import be.zeef.agreement.Manifest.Difference;
import be.zeef.security.Sha256;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Holds what lies on disk against what was loaded. Files are read again only when one was touched: size, times and inode
 * are compared, and the time of a change cannot be set back by who changes a file. Thread-safe.
 */
public final class OnDisk {

    /** A change within the resolution of a file system's clock leaves no trace, so what is younger is read each time. */
    private static final Duration SETTLED = Duration.ofSeconds(2);

    private final Path home;
    private final Clock clock;
    private final Map<String, Seen> looks = new ConcurrentHashMap<>();

    /** @param home on disk */
    public OnDisk(Path home, Clock clock) {
        this.home = home.toAbsolutePath().normalize();
        this.clock = clock;
    }

    private record Stamp(Object size, Object modified, Object changed, Object file) {}

    private record Seen(SortedMap<String, Stamp> stamps, boolean settled, List<Difference> differences) {}

    /** What is different on disk from what was loaded; empty when nothing is. */
    public List<Difference> differences(Agreement agreement, Manifest loaded) {
        try {
            Instant now = clock.instant();
            SortedMap<String, Stamp> stamps = stamps(agreement, loaded);
            Seen last = looks.get(agreement.id());
            if (last == null || !last.settled() || !last.stamps().equals(stamps)) {
                last = new Seen(stamps, settled(stamps, now), read(loaded, stamps));
                looks.put(agreement.id(), last);
            }
            return last.differences();
        } catch (IOException e) {
            throw new UncheckedIOException("What lies below " + home + " cannot be read: " + e.getMessage(), e);
        }
    }

    private SortedMap<String, Stamp> stamps(Agreement agreement, Manifest loaded) throws IOException {
        SortedSet<String> names = BindingFiles.named(agreement, home);
        names.addAll(loaded.files().keySet());
        SortedMap<String, Stamp> stamps = new TreeMap<>();
        for (String name : names) {
            Path file = home.resolve(name);
            if (Files.isRegularFile(file)) {
                stamps.put(name, stamp(file));
            }
        }
        return stamps;
    }

    private static Stamp stamp(Path file) throws IOException {
        boolean unix = file.getFileSystem().supportedFileAttributeViews().contains("unix");
        Map<String, Object> seen = Files.readAttributes(
                file, unix ? "unix:size,lastModifiedTime,ctime,ino" : "size,lastModifiedTime,fileKey");
        return new Stamp(
                seen.get("size"), seen.get("lastModifiedTime"), seen.get("ctime"), seen.getOrDefault("ino", ""));
    }

    private static boolean settled(SortedMap<String, Stamp> stamps, Instant now) {
        Instant before = now.minus(SETTLED);
        return stamps.values().stream()
                .allMatch(stamp -> isBefore(stamp.modified(), before) && isBefore(stamp.changed(), before));
    }

    private static boolean isBefore(Object time, Instant before) {
        return !(time instanceof FileTime known) || known.toInstant().isBefore(before);
    }

    private List<Difference> read(Manifest loaded, SortedMap<String, Stamp> stamps) {
        List<Difference> differences = new ArrayList<>();
        SortedMap<String, String> files = new TreeMap<>();
        for (String name : stamps.keySet()) {
            if (Manifest.canName(name)) {
                files.put(name, digest(home.resolve(name)));
            } else {
                differences.add(new Difference(Change.NEW, name.replaceAll("[^A-Za-z0-9._/-]", "?")));
            }
        }
        differences.addAll(loaded.differences(new Manifest(loaded.agreement(), files)));
        return List.copyOf(differences);
    }

    /** What cannot be read is not what was loaded. */
    private static String digest(Path file) {
        try {
            return Sha256.hex(Files.readAllBytes(file));
        } catch (IOException e) {
            return "";
        }
    }
}
