package be.zeef.storage;

import be.zeef.security.PrivateFiles;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import org.h2.store.fs.FilePath;

/**
 * The file of an H2 database that one process has to itself: it is changed to a newer version whole, or not at all.
 *
 * <p>H2 commits every statement that makes or alters a table, so a process that is killed between two of them would leave a
 * database that neither version opens. The work is therefore done on a copy beside the file, which takes its place when it
 * is done. What a killed process left of a copy is thrown away.
 */
final class DatabaseFile {

    private static final String H2_FILE = "jdbc:h2:file:";
    private static final String EXTENSION = ".mv.db";

    /** A minute is longer than any transaction has a row: who waits for longer waits for one that hangs. */
    private static final List<String> HABITS =
            List.of(";WRITE_DELAY=0", ";DB_CLOSE_ON_EXIT=FALSE", ";LOCK_TIMEOUT=60000");

    /** What changes a database that lies at this URL. */
    interface Change {
        void at(String url);
    }

    private final String files;
    private final String options;

    private DatabaseFile(String files, String options) {
        this.files = files;
        this.options = options;
    }

    static DatabaseFile of(String url) {
        String rest = url.substring(H2_FILE.length());
        int end = rest.indexOf(';');
        return end < 0 ? new DatabaseFile(rest, "") : new DatabaseFile(rest.substring(0, end), rest.substring(end));
    }

    static boolean is(String url) {
        return url.startsWith(H2_FILE);
    }

    /** H2 locks its file for one process, unless it is told to share it. */
    boolean isAlone() {
        return !options.toUpperCase(Locale.ROOT).contains("AUTO_SERVER=TRUE");
    }

    /** Whether nothing was ever kept in it. */
    boolean isNew() throws IOException {
        return Files.notExists(path()) || Files.size(path()) == 0;
    }

    /**
     * Where H2 finds it. Four habits of H2 that a ledger cannot have: it writes what was committed up to half a second later, so
     * that a killed process would leave no entry of what it asked; it closes its files by itself when the machine stops, under
     * the hands of the work that is being finished; it gives up after two seconds of waiting for a row that another transaction
     * has, though the other is only slow; and a thread that is stopped while it writes closes the database for all others, unless
     * its files are of the kind that opens again ({@code retry:}). Whoever sets one of these otherwise is obeyed.
     */
    String url() {
        String said = options.toUpperCase(Locale.ROOT);
        return "jdbc:h2:retry:" + PrivateDatabase.path(files) + options
                + HABITS.stream()
                        .filter(habit -> !said.contains(habit.substring(0, habit.indexOf('='))))
                        .collect(Collectors.joining());
    }

    /**
     * Changes a copy, then puts it in the place of the file. Nobody may have the file open, and nobody can open it meanwhile.
     *
     * @throws StorageException when another process has it
     * @throws IOException when the copy cannot be written; the file is as it was
     */
    void change(Change change) throws IOException {
        Path file = path();
        PrivateFiles.folder(file.getParent());
        PrivateFiles.file(file);
        Object key = key(file);
        try (FileChannel held = PrivateFiles.channel(file, StandardOpenOption.READ, StandardOpenOption.WRITE);
                FileLock lock = lock(held)) {
            // another process may have put its own copy here before the lock was ours
            if (lock == null || !Objects.equals(key(file), key)) {
                throw StorageException.inUse(null);
            }
            DatabaseFile copy = new DatabaseFile(files + ".changing", options);
            Files.deleteIfExists(copy.path());
            if (held.size() > 0) {
                copyTo(copy.path(), held);
            }
            change.at(copy.url());
            reachDisk(copy.path());
            Files.move(copy.path(), file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            reachDisk(file.getParent());
        }
    }

    private static FileLock lock(FileChannel held) throws IOException {
        try {
            return held.tryLock();
        } catch (OverlappingFileLockException e) {
            throw StorageException.inUse(e);
        }
    }

    private static void copyTo(Path copy, FileChannel held) throws IOException {
        try (FileChannel out = PrivateFiles.channel(copy, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            // not closed: its channel holds the lock
            InputStream in = Channels.newInputStream(held);
            in.transferTo(Channels.newOutputStream(out));
        }
    }

    /** A folder's entries reach the disk too when it is opened and forced, which not every system lets us do. */
    private static void reachDisk(Path path) throws IOException {
        boolean folder = Files.isDirectory(path);
        try (FileChannel channel =
                PrivateFiles.channel(path, folder ? StandardOpenOption.READ : StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }

    private static Object key(Path file) throws IOException {
        return Files.readAttributes(file, BasicFileAttributes.class).fileKey();
    }

    Path path() {
        return Path.of(FilePath.get(files + EXTENSION).toString()).toAbsolutePath();
    }
}
