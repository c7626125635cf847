package be.zeef.security;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.security.KeyStore;

/** One PKCS#12 file, readable by its owner only and replaced as a whole when it is stored. */
public final class KeyStoreFile {

    private KeyStoreFile() {}

    /** The store in this file, or an empty one when the file does not exist. */
    public static KeyStore load(Path file, char[] password) {
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            if (Files.exists(file)) {
                try (InputStream in = Files.newInputStream(file)) {
                    store.load(in, password);
                }
            } else {
                store.load(null, null);
            }
            return store;
        } catch (GeneralSecurityException | IOException e) {
            throw new KeyException(
                    "The key store " + file.getFileName() + " cannot be opened: wrong password or damaged"
                            + " file. Put the right one back, or its password into ZEEF_KEYSTORE_PASSWORD.",
                    e);
        }
    }

    /** Writes the store beside its place, then moves it there: a crash leaves the old one or the new one. */
    public static void store(KeyStore store, Path file, char[] password) {
        try {
            Path fresh = file.resolveSibling(file.getFileName() + ".new");
            Files.deleteIfExists(fresh);
            try (OutputStream out = PrivateFiles.output(
                    fresh, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE, StandardOpenOption.SYNC)) {
                store.store(out, password);
            }
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new KeyException("The key store " + file.getFileName() + " cannot be written.", e);
        }
    }
}
