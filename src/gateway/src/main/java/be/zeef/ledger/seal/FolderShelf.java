package be.zeef.ledger.seal;

import be.zeef.ledger.seal.ShelfException.Trouble;
import be.zeef.security.PrivateFiles;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** A folder that this machine sees: of its own, or one that is mounted. It is made when something is first put there. */
public final class FolderShelf implements Shelf {

    private final Path folder;

    public FolderShelf(Path folder) {
        this.folder = folder;
    }

    @Override
    public Visit visit() throws ShelfException {
        if (Files.exists(folder) && !Files.isDirectory(folder)) {
            throw new ShelfException(Trouble.NO_FOLDER, folder.toString(), null);
        }
        return new InFolder(folder);
    }

    private record InFolder(Path folder) implements Visit {

        @Override
        public List<String> names(Predicate<String> wanted) throws ShelfException {
            try (Stream<Path> all = Files.list(folder)) {
                return all.map(file -> file.getFileName().toString())
                        .filter(wanted)
                        .toList();
            } catch (NoSuchFileException e) {
                return List.of();
            } catch (IOException e) {
                throw told(e);
            }
        }

        @Override
        public byte[] read(String name, int atMost) throws ShelfException {
            Path file = folder.resolve(name);
            if (!Files.isRegularFile(file)) {
                return new byte[0];
            }
            try (InputStream in = Files.newInputStream(file)) {
                return in.readNBytes(atMost);
            } catch (NoSuchFileException e) {
                return new byte[0];
            } catch (IOException e) {
                throw told(e);
            }
        }

        @Override
        public void put(String name, byte[] content) throws ShelfException {
            Path part = folder.resolve(name + "." + UUID.randomUUID() + ".part");
            try {
                PrivateFiles.folder(folder);
                if (!Files.exists(folder.resolve(name))) {
                    write(part, content);
                    Files.move(part, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
                }
            } catch (IOException e) {
                discard(part, e);
                throw told(e);
            }
        }

        private static void write(Path part, byte[] content) throws IOException {
            try (FileChannel channel =
                    PrivateFiles.channel(part, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
                new ByteArrayInputStream(content).transferTo(Channels.newOutputStream(channel));
                channel.force(true);
            }
        }

        private static void discard(Path part, IOException failure) {
            try {
                Files.deleteIfExists(part);
            } catch (IOException e) {
                failure.addSuppressed(e);
            }
        }

        private ShelfException told(IOException failure) {
            return new ShelfException(trouble(failure), folder.toString(), failure);
        }

        @Override
        public void close() {
            // a folder is not left
        }
    }

    /** What a disk or a server says when it is full differs by what it is. */
    static Trouble trouble(IOException failure) {
        if (failure instanceof AccessDeniedException) {
            return Trouble.DENIED;
        }
        String reason = failure instanceof FileSystemException known && known.getReason() != null
                ? known.getReason()
                : String.valueOf(failure.getMessage());
        if (failure instanceof FileAlreadyExistsException || reason.contains("Not a directory")) {
            return Trouble.NO_FOLDER;
        }
        if (reason.contains("No space left") || reason.contains("quota")) {
            return Trouble.FULL;
        }
        return reason.contains("Read-only") ? Trouble.DENIED : Trouble.UNREACHABLE;
    }
}
