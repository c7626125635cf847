package be.zeef.route.sftp;

import be.zeef.ledger.seal.Shelf;
import be.zeef.ledger.seal.ShelfException;
import be.zeef.ledger.seal.ShelfException.Trouble;
import com.jcraft.jsch.ChannelSftp;
import com.jcraft.jsch.ChannelSftp.LsEntrySelector;
import com.jcraft.jsch.SftpException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.Predicate;

/** One session with a server, and the folder in which files lie there. */
final class SftpVisit implements Shelf.Visit {

    private static final Set<String> ITSELF = Set.of(".", "..");
    /** SSH_FX_NO_SPACE_ON_FILESYSTEM and SSH_FX_QUOTA_EXCEEDED (draft-ietf-secsh-filexfer-13 §9.1). */
    private static final Set<Integer> NO_ROOM = Set.of(14, 15);

    private final String name;
    private final String folder;
    private final ChannelSftp files;
    private final Patience watched;
    private final int most;

    /** @param most names that it may have, of those that are wanted */
    SftpVisit(String name, String folder, ChannelSftp files, Patience watched, int most) {
        this.name = name;
        this.folder = folder;
        this.files = files;
        this.watched = watched;
        this.most = most;
    }

    @Override
    public List<String> names(Predicate<String> wanted) throws ShelfException {
        return told(Trouble.UNREACHABLE, () -> {
            if (!isFolder()) {
                throw new ShelfException(Trouble.NO_FOLDER, name, null);
            }
            List<String> names = new ArrayList<>();
            files.ls(quoted(folder), entry -> {
                String found = entry.getFilename();
                if (!ITSELF.contains(found) && wanted.test(found)) {
                    names.add(found);
                }
                return names.size() > most ? LsEntrySelector.BREAK : LsEntrySelector.CONTINUE;
            });
            if (names.size() > most) {
                throw new ShelfException(Trouble.ENDLESS, name, null);
            }
            return names;
        });
    }

    private boolean isFolder() throws SftpException {
        try {
            return files.stat(quoted(folder)).isDir();
        } catch (SftpException e) {
            if (e.id == ChannelSftp.SSH_FX_NO_SUCH_FILE) {
                return false;
            }
            throw e;
        }
    }

    @Override
    public byte[] read(String file, int atMost) throws ShelfException {
        return told(Trouble.UNREACHABLE, () -> {
            try (InputStream in = files.get(quoted(at(file)))) {
                return in.readNBytes(atMost);
            } catch (SftpException | IOException e) {
                if (isFile(file)) {
                    throw e;
                }
                return new byte[0];
            }
        });
    }

    /** Asked when reading has failed, which the client tells without the server's words. */
    private boolean isFile(String file) throws SftpException {
        try {
            return files.stat(quoted(at(file))).isReg();
        } catch (SftpException e) {
            if (e.id == ChannelSftp.SSH_FX_NO_SUCH_FILE) {
                return false;
            }
            throw e;
        }
    }

    @Override
    public void put(String file, byte[] content) throws ShelfException {
        told(Trouble.FULL, () -> {
            if (!isThere(file)) {
                write(at(file), content);
            }
            return file;
        });
    }

    private void write(String to, byte[] content) throws SftpException, IOException {
        String part = to + "." + UUID.randomUUID() + ".part";
        try {
            files.put(new ByteArrayInputStream(content), quoted(part));
            if (files.lstat(quoted(part)).getSize() != content.length) {
                throw new ShelfException(Trouble.FULL, name, null);
            }
            files.rename(quoted(part), quoted(to));
        } catch (SftpException | IOException e) {
            discard(part, e);
            throw e;
        }
    }

    /** An account that may only add leaves it: nothing is read of that name. */
    private void discard(String part, Exception failure) {
        try {
            files.rm(quoted(part));
        } catch (SftpException e) {
            failure.addSuppressed(e);
        }
    }

    private boolean isThere(String file) throws SftpException {
        try {
            files.lstat(quoted(at(file)));
            return true;
        } catch (SftpException e) {
            if (e.id == ChannelSftp.SSH_FX_NO_SUCH_FILE) {
                return false;
            }
            throw e;
        }
    }

    private String at(String file) {
        return folder + "/" + file;
    }

    /** The client takes these for patterns. */
    private static String quoted(String path) {
        return path.replaceAll("[\\\\*?]", "\\\\$0");
    }

    /** @param failed what it is when the server says no more than that it failed */
    private <T> T told(Trouble failed, Callable<T> deed) throws ShelfException {
        try {
            return watched.within(deed);
        } catch (ShelfException e) {
            throw e;
        } catch (SftpException e) {
            throw new ShelfException(saysItself(e) ? trouble(e.id, failed) : Trouble.UNREACHABLE, name, e);
        } catch (Exception e) {
            throw new ShelfException(Trouble.UNREACHABLE, name, e);
        }
    }

    private static Trouble trouble(int code, Trouble failed) {
        return switch (code) {
            case ChannelSftp.SSH_FX_PERMISSION_DENIED -> Trouble.DENIED;
            case ChannelSftp.SSH_FX_NO_SUCH_FILE -> Trouble.NO_FOLDER;
            default -> NO_ROOM.contains(code) ? Trouble.FULL : failed;
        };
    }

    /** With a cause it is the client's own. */
    private static boolean saysItself(SftpException failure) {
        return failure.getCause() == null;
    }

    @Override
    public void close() {
        watched.leave();
    }
}
