package be.zeef.sandbox.ivago;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.security.KeyStore.PrivateKeyEntry;
import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import org.bouncycastle.cms.CMSAuthEnvelopedData;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.cms.jcajce.JceKeyTransAuthEnvelopedRecipient;
import org.bouncycastle.operator.OperatorCreationException;

/** Checks, decrypts and reads a delivery, with BouncyCastle's plain interface and nothing of the gateway's. */
final class Opener {

    private final Path in;
    private final Path inbox;
    private final PrivateKeyEntry own;
    private final X509Certificate city;

    Opener(Path in, Path inbox, PrivateKeyEntry own, X509Certificate city) throws IOException {
        this.in = in;
        this.inbox = inbox;
        this.own = own;
        this.city = city;
        Files.createDirectories(inbox);
    }

    /** One line as read. */
    record Line(String id, String household, String category, String year) {
        @Override
        public String toString() {
            return "Line";
        }
    }

    /** A delivery as read, or why it could not be: MANIFEST, SIGNATURE, DECRYPTION, FORMAT or TOTALS. */
    record Opened(String code, List<Line> lines) {
        static Opened refused(String code) {
            return new Opened(code, List.of());
        }

        boolean accepted() {
            return "OK".equals(code);
        }
    }

    /** The content of an accepted delivery lies in the inbox when this returns. */
    Opened open(String name) throws IOException {
        boolean xml = Files.exists(in.resolve(name + ".xml.p7m"));
        String contentFile = name + (xml ? ".xml" : ".csv");
        List<Path> parts =
                List.of(in.resolve(contentFile + ".p7m"), in.resolve(name + ".p7s"), in.resolve(name + ".sha256"));
        if (!parts.stream().allMatch(Files::isRegularFile)) {
            return Opened.refused("MANIFEST");
        }
        byte[] content = Files.readAllBytes(parts.get(0));
        byte[] signature = Files.readAllBytes(parts.get(1));
        String manifest = new String(Files.readAllBytes(parts.get(2)), StandardCharsets.UTF_8);
        String expected = sha256(content) + "  " + contentFile + ".p7m\n" + sha256(signature) + "  " + name + ".p7s\n";
        if (!manifest.equals(expected)) {
            return Opened.refused("MANIFEST");
        }
        if (!signed(content, signature)) {
            return Opened.refused("SIGNATURE");
        }
        byte[] plain = decrypted(content);
        if (plain.length == 0) {
            return Opened.refused("DECRYPTION");
        }
        Opened opened = xml ? GrantsReader.xml(plain) : GrantsReader.csv(plain);
        if (opened.accepted()) {
            Path part = inbox.resolve("." + contentFile + ".part");
            Files.write(part, plain);
            Files.move(part, inbox.resolve(contentFile), StandardCopyOption.REPLACE_EXISTING);
        }
        return opened;
    }

    // what is no CMS makes BouncyCastle throw exceptions of any kind, so any of them means "refused"
    private boolean signed(byte[] content, byte[] signature) {
        try {
            CMSSignedData message = new CMSSignedData(new CMSProcessableByteArray(content), signature);
            Collection<SignerInformation> signers = message.getSignerInfos().getSigners();
            return signers.size() == 1
                    && signers.iterator().next().verify(new JcaSimpleSignerInfoVerifierBuilder().build(city));
        } catch (CMSException | OperatorCreationException | RuntimeException e) {
            return false;
        }
    }

    private byte[] decrypted(byte[] content) {
        try {
            return new CMSAuthEnvelopedData(content)
                    .getRecipientInfos()
                    .getRecipients()
                    .iterator()
                    .next()
                    .getContent(new JceKeyTransAuthEnvelopedRecipient(own.getPrivateKey()));
        } catch (CMSException | RuntimeException e) {
            return new byte[0];
        }
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
