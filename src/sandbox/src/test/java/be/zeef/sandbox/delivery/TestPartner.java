package be.zeef.sandbox.delivery;

import be.zeef.sandbox.SandboxKeys;
import be.zeef.sandbox.sftp.SftpServer;
import be.zeef.security.Cms;
import be.zeef.security.Keys;
import be.zeef.subject.Today;
import be.zeef.testing.Await;
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
import java.util.List;
import org.apache.sshd.client.SshClient;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.sftp.client.SftpClient;
import org.apache.sshd.sftp.client.SftpClientFactory;

/** A recipient started in a folder, and a city that delivers to it over SFTP. */
public final class TestPartner implements AutoCloseable {

    public final FarEnd farEnd;
    private final Path folder;
    private final Keys gateway;
    private final SandboxKeys keys;
    private final String partner;
    private final String delivery;
    private final SftpServer server;
    private final SshClient ssh = SshClient.setUpDefaultClient();
    private SftpClient sftp;

    /** @param partner alias of its keys */
    public TestPartner(Path folder, Keys gateway, SandboxKeys keys, String partner, RecipientOffice books)
            throws IOException {
        this.folder = folder;
        this.gateway = gateway;
        this.keys = keys;
        this.partner = partner;
        delivery = books.series() + ".2026.00001";
        farEnd = new FarEnd(
                folder,
                new FarEnd.Trust(
                        keys.entry(partner),
                        (X509Certificate) gateway.identity(Keys.DELIVERY).getCertificate(),
                        keys.entry("magda-server")),
                books,
                Duration.ofMillis(20));
        server = SftpServer.start(
                0,
                folder.resolve("sftp"),
                List.of("in", "out"),
                pair(keys.entry(partner + "-host")),
                gateway.identity(Keys.SFTP).getCertificate().getPublicKey(),
                farEnd::diskFull);
        ssh.setServerKeyVerifier((session, address, key) ->
                key.equals(keys.certificate(partner + "-host").getPublicKey()));
        ssh.start();
    }

    static KeyPair pair(PrivateKeyEntry entry) {
        return new KeyPair(entry.getCertificate().getPublicKey(), entry.getPrivateKey());
    }

    /** The id of a line. */
    public static String id(int number) {
        return HexFormat.of().toHexDigits(number).repeat(8);
    }

    public ClientSession session(PrivateKeyEntry key) throws IOException {
        ClientSession session = ssh.connect("zeef", "127.0.0.1", server.port())
                .verify(Duration.ofSeconds(10))
                .getSession();
        session.addPublicKeyIdentity(pair(key));
        session.auth().verify(Duration.ofSeconds(10));
        return session;
    }

    /** Delivers content that says all about itself. */
    public void deliver(String ending, String content) throws IOException, GeneralSecurityException {
        deliver(ending, content, gateway.identity(Keys.DELIVERY), keys.certificate(partner));
    }

    public void deliver(String ending, String content, PrivateKeyEntry signer, X509Certificate to)
            throws IOException, GeneralSecurityException {
        StringBuilder manifest = new StringBuilder();
        seal(delivery + "." + ending + ".p7m", delivery + ".p7s", content, signer, to, manifest);
        close(manifest);
    }

    /** Delivers rows with a head beside them; <code>{F}</code> in the head stands for the file it belongs to. */
    public void deliverRows(String rows, String head) throws IOException, GeneralSecurityException {
        StringBuilder manifest = new StringBuilder();
        PrivateKeyEntry signer = gateway.identity(Keys.DELIVERY);
        X509Certificate to = keys.certificate(partner);
        seal(delivery + ".csv.p7m", delivery + ".p7s", rows, signer, to, manifest);
        String file = manifest.substring(0, manifest.indexOf("\n")).replace("  ", ";");
        seal(delivery + ".head.p7m", delivery + ".head.p7s", head.replace("{F}", file), signer, to, manifest);
        close(manifest);
    }

    private void seal(
            String contentFile,
            String signatureFile,
            String content,
            PrivateKeyEntry signer,
            X509Certificate to,
            StringBuilder manifest)
            throws IOException, GeneralSecurityException {
        ByteArrayOutputStream encrypted = new ByteArrayOutputStream();
        try (OutputStream out = Cms.encrypting(to, encrypted)) {
            out.write(content.getBytes(StandardCharsets.UTF_8));
        }
        ByteArrayOutputStream signature = new ByteArrayOutputStream();
        try (OutputStream out = Cms.signing(signer, signature)) {
            out.write(encrypted.toByteArray());
        }
        manifest.append(sha256(encrypted.toByteArray()) + "  " + contentFile + "\n");
        manifest.append(sha256(signature.toByteArray()) + "  " + signatureFile + "\n");
        put(contentFile, encrypted.toByteArray());
        put(signatureFile, signature.toByteArray());
    }

    private void close(StringBuilder manifest) throws IOException {
        put(delivery + ".sha256", manifest.toString().getBytes(StandardCharsets.US_ASCII));
        go();
    }

    /** Says that all is there. */
    public void go() throws IOException {
        put(delivery + ".go", new byte[0]);
    }

    public void put(String name, byte[] content) throws IOException {
        try (OutputStream out = sftp().write("/in/" + name)) {
            out.write(content);
        }
    }

    /** One session for all, as opening one costs more than what is done in it. */
    private SftpClient sftp() throws IOException {
        if (sftp == null) {
            sftp = SftpClientFactory.instance().createSftpClient(session(gateway.identity(Keys.SFTP)));
        }
        return sftp;
    }

    private static String sha256(byte[] bytes) throws GeneralSecurityException {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }

    /** Waits for a receipt, fetches its content, checked against the recipient's certificate, and removes it. */
    public String receipt(String kind) throws Exception {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        Cms.verified(bytes(kind), keys.certificate(partner), Today.wallClock(), in -> in.transferTo(content));
        return content.toString(StandardCharsets.UTF_8);
    }

    public byte[] bytes(String kind) throws Exception {
        String file = delivery + "." + kind + ".p7m";
        Await.until(file, () -> Files.exists(folder.resolve("sftp/out").resolve(file)));
        byte[] bytes;
        try (var in = sftp().read("/out/" + file)) {
            bytes = in.readAllBytes();
        }
        sftp().remove("/out/" + file);
        return bytes;
    }

    @Override
    public void close() throws IOException {
        ssh.stop();
        server.close();
        farEnd.close();
    }
}
