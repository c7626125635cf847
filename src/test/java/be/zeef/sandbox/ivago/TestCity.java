package be.zeef.sandbox.ivago;

import be.zeef.sandbox.Await;
import be.zeef.sandbox.SandboxKeys;
import be.zeef.security.Cms;
import be.zeef.security.Keys;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyStore.PrivateKeyEntry;
import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Set;
import org.apache.sshd.client.SshClient;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.sftp.client.SftpClient;
import org.apache.sshd.sftp.client.SftpClientFactory;

/** IVAGO started in a folder, and a city that delivers to it over SFTP. */
final class TestCity implements AutoCloseable {

    static final String NAME = "IVAGO.SOCTEG.2026.00001";
    private static final Set<String> ACCOUNTS = Set.of("household-1", "household-2");

    final Path folder;
    final Keys gateway;
    final SandboxKeys keys;
    final Ivago ivago;
    final IvagoServer server;
    private final SshClient ssh = SshClient.setUpDefaultClient();

    TestCity(Path folder, Keys gateway, SandboxKeys keys) throws IOException {
        this.folder = folder;
        this.gateway = gateway;
        this.keys = keys;
        ivago = new Ivago(
                folder,
                keys.entry("ivago"),
                (X509Certificate) gateway.identity(Keys.DELIVERY).getCertificate(),
                keys.entry("magda-server"),
                ACCOUNTS::contains,
                Duration.ofMillis(20));
        server = IvagoServer.start(
                0,
                folder.resolve("sftp"),
                pair(keys.entry("ivago-host")),
                gateway.identity(Keys.SFTP).getCertificate().getPublicKey(),
                ivago::diskFull);
        ssh.setServerKeyVerifier((session, address, key) ->
                key.equals(keys.certificate("ivago-host").getPublicKey()));
        ssh.start();
    }

    static KeyPair pair(PrivateKeyEntry entry) {
        return new KeyPair(entry.getCertificate().getPublicKey(), entry.getPrivateKey());
    }

    static String id(int number) {
        return HexFormat.of().toHexDigits(number).repeat(8);
    }

    static String csv(String... lines) {
        return "H;1;gent-huisvuilzakken;2026;1;2026-07-16;gent.be\n" + String.join("", lines)
                + (lines.length == 0 ? "T;0\n" : "T;" + lines.length + ";C1=" + lines.length + "\n");
    }

    static String line(int number, String household) {
        return "L;" + id(number) + ";" + household + ";C1;2026\n";
    }

    ClientSession session(PrivateKeyEntry key) throws IOException {
        ClientSession session = ssh.connect("zeef", "127.0.0.1", server.port())
                .verify(Duration.ofSeconds(10))
                .getSession();
        session.addPublicKeyIdentity(pair(key));
        session.auth().verify(Duration.ofSeconds(10));
        return session;
    }

    void deliver(String extension, String content) throws IOException, GeneralSecurityException {
        deliver(extension, content, gateway.identity(Keys.DELIVERY), keys.certificate("ivago"));
    }

    void deliver(String extension, String content, PrivateKeyEntry signer, X509Certificate to)
            throws IOException, GeneralSecurityException {
        ByteArrayOutputStream encrypted = new ByteArrayOutputStream();
        try (OutputStream out = Cms.encrypting(to, encrypted)) {
            out.write(content.getBytes(StandardCharsets.UTF_8));
        }
        ByteArrayOutputStream signature = new ByteArrayOutputStream();
        try (OutputStream out = Cms.signing(signer, signature)) {
            out.write(encrypted.toByteArray());
        }
        String first = NAME + "." + extension + ".p7m";
        String manifest = sha256(encrypted.toByteArray()) + "  " + first + "\n" + sha256(signature.toByteArray()) + "  "
                + NAME + ".p7s\n";
        put(first, encrypted.toByteArray());
        put(NAME + ".p7s", signature.toByteArray());
        put(NAME + ".sha256", manifest.getBytes(StandardCharsets.US_ASCII));
        put(NAME + ".go", new byte[0]);
    }

    void put(String name, byte[] content) throws IOException {
        try (ClientSession session = session(gateway.identity(Keys.SFTP));
                SftpClient sftp = SftpClientFactory.instance().createSftpClient(session)) {
            try (OutputStream out = sftp.write("/in/" + name)) {
                out.write(content);
            }
        }
    }

    private static String sha256(byte[] bytes) throws GeneralSecurityException {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }

    /** Waits for a receipt, fetches its content, checked against IVAGO's certificate, and removes it. */
    String receipt(String kind) throws Exception {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        Cms.verified(bytes(kind), keys.certificate("ivago"), in -> in.transferTo(content));
        return content.toString(StandardCharsets.UTF_8);
    }

    byte[] bytes(String kind) throws Exception {
        String file = NAME + "." + kind + ".p7m";
        Await.until(file, () -> Files.exists(folder.resolve("sftp/out").resolve(file)));
        try (ClientSession session = session(gateway.identity(Keys.SFTP));
                SftpClient sftp = SftpClientFactory.instance().createSftpClient(session)) {
            byte[] bytes;
            try (var in = sftp.read("/out/" + file)) {
                bytes = in.readAllBytes();
            }
            sftp.remove("/out/" + file);
            return bytes;
        }
    }

    String credits() throws IOException {
        Path file = folder.resolve("credits.csv");
        return Files.exists(file) ? Files.readString(file) : "";
    }

    @Override
    public void close() throws IOException {
        ssh.stop();
        server.close();
        ivago.close();
    }
}
