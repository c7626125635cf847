package be.zeef.recipient;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore.PrivateKeyEntry;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Opens sealed files as a recipient without a line of our code would. */
public final class Openssl {

    private final Path folder;

    /** @param folder where the sealed files lie */
    public Openssl(Path folder, X509Certificate sender, PrivateKeyEntry recipient) throws Exception {
        this.folder = folder;
        pem("city.pem", "CERTIFICATE", sender.getEncoded());
        pem("own.pem", "CERTIFICATE", recipient.getCertificate().getEncoded());
        pem("own.key", "PRIVATE KEY", recipient.getPrivateKey().getEncoded());
    }

    public static boolean installed() throws InterruptedException {
        try {
            return new ProcessBuilder("openssl", "version").start().waitFor() == 0;
        } catch (IOException e) {
            return false;
        }
    }

    /** Checks the signature, decrypts, and gives the content. */
    public Path open(String content, String signature) throws Exception {
        run(
                "-verify",
                "-binary",
                "-in",
                signature,
                "-content",
                content,
                "-certfile",
                "city.pem",
                "-noverify",
                "-out",
                "v");
        run("-decrypt", "-in", content, "-recip", "own.pem", "-inkey", "own.key", "-out", "plain");
        return folder.resolve("plain");
    }

    private void run(String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of("openssl", "cms"));
        command.addAll(List.of(arguments));
        command.addAll(List.of("-inform", "DER"));
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue())
                .as(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .isZero();
    }

    private void pem(String file, String kind, byte[] der) throws IOException {
        String text = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der);
        Files.writeString(
                folder.resolve(file), "-----BEGIN " + kind + "-----\n" + text + "\n-----END " + kind + "-----\n");
    }
}
