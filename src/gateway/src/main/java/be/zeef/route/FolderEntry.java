package be.zeef.route;

import com.jcraft.jsch.ChannelSftp.LsEntry;
import com.jcraft.jsch.SftpATTRS;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.camel.component.file.remote.SftpRemoteFile;
import org.apache.commons.net.ftp.FTPFile;

/**
 * What a folder shows under one name.
 *
 * @param name as it is shown, whatever it is: not to be used before {@link FileName} accepts it
 * @param bytes its size
 * @param changed milliseconds since 1970, as exact as the server is: SFTP tells seconds, FTP minutes; 0 when it tells nothing
 */
record FolderEntry(String name, Kind kind, long bytes, long changed) {

    /** What it is. A link is what the server shows as one: a server may follow its links by itself. */
    enum Kind {
        FILE,
        FOLDER,
        /** A link, a device, a pipe. */
        OTHER
    }

    /** Of an entry as Camel's clients show it. */
    static FolderEntry of(Object shown) {
        if (shown instanceof FTPFile file) {
            return of(file);
        }
        if (shown instanceof SftpRemoteFile<?> file && file.getRemoteFile() instanceof LsEntry entry) {
            return of(entry);
        }
        if (shown instanceof File file) {
            return of(file);
        }
        throw new IllegalArgumentException(
                "No entry of a folder: " + shown.getClass().getName());
    }

    private static FolderEntry of(FTPFile file) {
        Kind kind = file.isFile() ? Kind.FILE : file.isDirectory() ? Kind.FOLDER : Kind.OTHER;
        long changed = Optional.ofNullable(file.getTimestampInstant())
                .map(Instant::toEpochMilli)
                .orElse(0L);
        return new FolderEntry(file.getName(), kind, file.getSize(), changed);
    }

    private static FolderEntry of(LsEntry entry) {
        SftpATTRS shown = entry.getAttrs();
        boolean other = shown.isLink() || shown.isBlk() || shown.isChr() || shown.isFifo() || shown.isSock();
        Kind kind = shown.isDir() ? Kind.FOLDER : other ? Kind.OTHER : Kind.FILE;
        return new FolderEntry(entry.getFilename(), kind, shown.getSize(), shown.getMTime() * 1000L);
    }

    private static FolderEntry of(File file) {
        try {
            BasicFileAttributes shown =
                    Files.readAttributes(file.toPath(), BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            Kind kind = shown.isRegularFile() ? Kind.FILE : shown.isDirectory() ? Kind.FOLDER : Kind.OTHER;
            return new FolderEntry(
                    file.getName(), kind, shown.size(), shown.lastModifiedTime().toMillis());
        } catch (NoSuchFileException e) {
            return new FolderEntry(file.getName(), Kind.OTHER, 0, 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether it is this very file, as far as a folder tells: the same name, size and time. */
    boolean is(Mailbox.Offered file) {
        return kind == Kind.FILE && name.equals(file.name()) && bytes == file.bytes() && changed == file.changed();
    }

    /**
     * Whether it is left unread because of what it is or is called: a file or link under a name that is not accepted, or
     * something else than a file under a name that is read.
     *
     * @param read the names that the route reads
     */
    boolean isRefused(Pattern read) {
        return switch (kind) {
            case FILE -> !FileName.accepts(name);
            case OTHER -> !FileName.accepts(name) || read.matcher(name).matches();
            case FOLDER -> read.matcher(name).matches();
        };
    }
}
