package be.zeef.sandbox;

import be.zeef.security.PrivateFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore.PrivateKeyEntry;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.Base64;

/**
 * What a caller at the counter needs, as PEM files for curl and its like: {@code ca.pem} (who issued the counter's
 * certificate), {@code demo-counter.pem} and {@code demo-counter.key}, readable by their owner only.
 */
final class CallerFiles {

    private CallerFiles() {}

    static void write(Path folder, SandboxKeys keys) throws IOException, CertificateEncodingException {
        PrivateFiles.folder(folder);
        PrivateKeyEntry caller = keys.entry(SandboxKeys.DEMO_CALLER);
        put(folder.resolve("ca.pem"), "CERTIFICATE", keys.certificate("ca").getEncoded());
        put(
                folder.resolve("demo-counter.pem"),
                "CERTIFICATE",
                ((X509Certificate) caller.getCertificate()).getEncoded());
        put(
                folder.resolve("demo-counter.key"),
                "PRIVATE KEY",
                caller.getPrivateKey().getEncoded());
    }

    private static void put(Path file, String kind, byte[] content) throws IOException {
        Base64.Encoder lines = Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII));
        Files.deleteIfExists(file);
        PrivateFiles.writeString(
                file,
                "-----BEGIN " + kind + "-----\n" + lines.encodeToString(content) + "\n-----END " + kind + "-----\n");
    }
}
