package be.zeef.sandbox;

import be.zeef.security.PrivateFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;

/** Writes keys and certificates as PEM (RFC 7468), readable by their owner alone from the first byte on. */
final class PemFile {

    private PemFile() {}

    static void write(Path file, String kind, byte[] content) throws IOException {
        Base64.Encoder lines = Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII));
        Files.deleteIfExists(file);
        PrivateFiles.writeString(
                file,
                "-----BEGIN " + kind + "-----\n" + lines.encodeToString(content) + "\n-----END " + kind + "-----\n");
    }
}
