package be.zeef.storage;

import be.zeef.security.PrivateFiles;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import org.h2.store.fs.FilePath;
import org.h2.store.fs.FilePathWrapper;

/**
 * H2's files, made so that nobody but their owner can open them: the database, and the temporary and trace files that come
 * and go beside it. H2 knows no permissions itself, and a umask is not ours to set.
 */
public final class PrivateDatabase extends FilePathWrapper {

    private static final String SCHEME = "private";

    /** The path of a database's files as H2 takes it, led through here. */
    static String path(String files) {
        FilePath.register(new PrivateDatabase());
        return SCHEME + ":" + files;
    }

    @Override
    public String getScheme() {
        return SCHEME;
    }

    @Override
    public FileChannel open(String mode) throws IOException {
        if (!mode.equals("r")) {
            makeFile();
        }
        return super.open(mode);
    }

    @Override
    public OutputStream newOutputStream(boolean append) throws IOException {
        makeFile();
        return super.newOutputStream(append);
    }

    @Override
    public boolean createFile() {
        try {
            boolean there = exists();
            makeFile();
            return !there;
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public void createDirectory() {
        try {
            PrivateFiles.folder(path());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public FilePath createTempFile(String suffix, boolean inTempDir) throws IOException {
        Path folder = inTempDir ? Path.of(System.getProperty("java.io.tmpdir")) : path().getParent();
        PrivateFiles.folder(folder);
        // 0600 by itself: the JDK's own promise for temporary files
        Path made = Files.createTempFile(folder, path().getFileName() + ".", suffix);
        return wrap(FilePath.get(made.toString()));
    }

    private void makeFile() throws IOException {
        PrivateFiles.folder(path().getParent());
        PrivateFiles.file(path());
    }

    private Path path() {
        return Path.of(getBase().toString()).toAbsolutePath();
    }
}
