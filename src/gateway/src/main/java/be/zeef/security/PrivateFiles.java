package be.zeef.security;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashSet;
import java.util.Set;

/**
 * The only way in which this house makes files and folders of data: nobody but their owner can open them, from the first
 * byte on and whatever the umask. What is there already keeps its permissions; {@code zeef check} tells where they are wider.
 */
public final class PrivateFiles {

    private static final FileAttribute<Set<PosixFilePermission>> FILE =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    private static final FileAttribute<Set<PosixFilePermission>> FOLDER =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
    private static final Set<PosixFilePermission> OWNERS = PosixFilePermissions.fromString("rwx------");

    private PrivateFiles() {}

    /** Makes this folder and those above it that are missing, each 0700; returns it. */
    public static Path folder(Path folder) throws IOException {
        return Files.createDirectories(folder, FOLDER);
    }

    /** Makes an empty file, 0600, unless it is there; returns it. */
    public static Path file(Path file) throws IOException {
        try {
            return Files.createFile(file, FILE);
        } catch (FileAlreadyExistsException e) {
            return file;
        }
    }

    /** Opens for writing as {@link Files#newOutputStream} does; a file that is made is 0600. */
    public static OutputStream output(Path file, OpenOption... options) throws IOException {
        return Channels.newOutputStream(Files.newByteChannel(file, writing(options), FILE));
    }

    /** Opens for writing UTF-8 as {@link Files#newBufferedWriter} does; a file that is made is 0600. */
    public static BufferedWriter writer(Path file, OpenOption... options) throws IOException {
        return new BufferedWriter(new OutputStreamWriter(output(file, options), StandardCharsets.UTF_8));
    }

    /** Opens a channel as {@link FileChannel#open} does; a file that is made is 0600. */
    public static FileChannel channel(Path file, OpenOption... options) throws IOException {
        return FileChannel.open(file, Set.of(options), FILE);
    }

    public static Path write(Path file, byte[] content, OpenOption... options) throws IOException {
        try (OutputStream out = output(file, options)) {
            out.write(content);
        }
        return file;
    }

    public static Path writeString(Path file, CharSequence text, OpenOption... options) throws IOException {
        return write(file, text.toString().getBytes(StandardCharsets.UTF_8), options);
    }

    /** Writes UTF-8, each line with an end. */
    public static Path writeLines(Path file, Iterable<String> lines) throws IOException {
        try (BufferedWriter out = writer(file)) {
            for (String line : lines) {
                out.append(line).append('\n');
            }
        }
        return file;
    }

    /** Writes beside its place, reaches the disk, then moves it there: a reader meets the whole of it or nothing. */
    public static void whole(Path file, InputStream content) throws IOException {
        Path part = file.resolveSibling(file.getFileName() + ".part");
        Files.deleteIfExists(part);
        try (FileChannel channel = channel(part, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            content.transferTo(Channels.newOutputStream(channel));
            channel.force(true);
        }
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** Whether anybody but the owner may do anything with this file or folder; a link is not followed. */
    public static boolean isWide(Path path) throws IOException {
        return !Files.isSymbolicLink(path)
                && !OWNERS.containsAll(Files.getPosixFilePermissions(path, LinkOption.NOFOLLOW_LINKS));
    }

    private static Set<OpenOption> writing(OpenOption... options) {
        Set<OpenOption> all = new HashSet<>(Set.of(options));
        if (all.isEmpty()) {
            all.addAll(Set.of(StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING));
        }
        all.add(StandardOpenOption.WRITE);
        return all;
    }
}
