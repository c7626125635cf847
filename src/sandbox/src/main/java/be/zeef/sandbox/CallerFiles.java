package be.zeef.sandbox;

import be.zeef.security.PrivateFiles;
import java.io.IOException;
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
        PrivateFiles.folder(folder);
        PrivateKeyEntry caller = keys.entry(SandboxKeys.DEMO_CALLER);
        PemFile.write(
                folder.resolve("ca.pem"), "CERTIFICATE", keys.certificate("ca").getEncoded());
        PemFile.write(
                folder.resolve("demo-counter.pem"),
                "CERTIFICATE",
                ((X509Certificate) caller.getCertificate()).getEncoded());
        PemFile.write(
                folder.resolve("demo-counter.key"),
                "PRIVATE KEY",
                caller.getPrivateKey().getEncoded());
    }
}
