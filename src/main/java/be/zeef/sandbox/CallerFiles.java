package be.zeef.sandbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore.PrivateKeyEntry;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;

/**
 * What a caller at the counter needs, as PEM files for curl and its like: {@code ca.pem} (who issued the counter's
 * certificate), {@code demo-counter.pem} and {@code demo-counter.key}, readable by their owner only.
 */
final class CallerFiles {

    private CallerFiles() {}

    static void write(Path folder, SandboxKeys keys) throws IOException, CertificateEncodingException {
        Files.createDirectories(folder);
        PrivateKeyEntry caller = keys.entry(SandboxKeys.DEMO_CALLER);
        PrivateFile.write(
                folder.resolve("ca.pem"), "CERTIFICATE", keys.certificate("ca").getEncoded());
        PrivateFile.write(
                folder.resolve("demo-counter.pem"),
                "CERTIFICATE",
                ((X509Certificate) caller.getCertificate()).getEncoded());
        PrivateFile.write(
                folder.resolve("demo-counter.key"),
                "PRIVATE KEY",
                caller.getPrivateKey().getEncoded());
    }
}
