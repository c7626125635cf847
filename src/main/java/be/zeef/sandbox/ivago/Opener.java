package be.zeef.sandbox.ivago;

import be.zeef.security.Xml;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore.PrivateKeyEntry;
import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
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

    /** One credited line as read. */
    record Line(String id, String household, String category, String year) {}

    /** A delivery as read, or why it could not be. */
    record Opened(String code, List<Line> lines) {
        static Opened refused(String code) {
            return new Opened(code, List.of());
        }

        boolean accepted() {
            return "OK".equals(code);
        }
    }

    Opened open(String name) throws IOException {
        boolean xml = Files.exists(in.resolve(name + ".xml.p7m"));
        String contentFile = name + (xml ? ".xml" : ".csv");
        byte[] content = Files.readAllBytes(in.resolve(contentFile + ".p7m"));
        byte[] signature = Files.readAllBytes(in.resolve(name + ".p7s"));
        String manifest = Files.readString(in.resolve(name + ".sha256"));
        String expected = sha256(content) + "  " + contentFile + ".p7m\n" + sha256(signature) + "  " + name + ".p7s\n";
        if (!manifest.equals(expected)) {
            return Opened.refused("MANIFEST");
        }
        if (!signed(content, signature)) {
            return Opened.refused("SIGNATURE");
        }
        byte[] plain;
        try {
            plain = new CMSAuthEnvelopedData(content)
                    .getRecipientInfos()
                    .getRecipients()
                    .iterator()
                    .next()
                    .getContent(new JceKeyTransAuthEnvelopedRecipient(own.getPrivateKey()));
        } catch (CMSException e) {
            return Opened.refused("DECRYPTION");
        }
        Files.write(inbox.resolve(contentFile), plain);
        return xml ? xml(plain) : csv(new String(plain, StandardCharsets.UTF_8));
    }

    private boolean signed(byte[] content, byte[] signature) {
        try {
            CMSSignedData message = new CMSSignedData(new CMSProcessableByteArray(content), signature);
            SignerInformation signer =
                    message.getSignerInfos().getSigners().iterator().next();
            return signer.verify(new JcaSimpleSignerInfoVerifierBuilder().build(city));
        } catch (CMSException | OperatorCreationException e) {
            return false;
        }
    }

    private static Opened csv(String text) {
        List<Line> lines = new ArrayList<>();
        Map<String, Long> totals = new TreeMap<>();
        String[] records = text.split("\n");
        for (int i = 1; i < records.length - 1; i++) {
            String[] fields = records[i].split(";", -1);
            if (fields.length != 5 || !"L".equals(fields[0])) {
                return Opened.refused("FORMAT");
            }
            lines.add(new Line(fields[1], fields[2], fields[3], fields[4]));
            totals.merge(fields[3], 1L, Long::sum);
        }
        StringBuilder trailer = new StringBuilder("T;" + lines.size());
        totals.forEach((category, count) ->
                trailer.append(';').append(category).append('=').append(count));
        boolean head = records[0].startsWith("H;1;");
        if (!head) {
            return Opened.refused("FORMAT");
        }
        return records[records.length - 1].contentEquals(trailer) ? new Opened("OK", lines) : Opened.refused("TOTALS");
    }

    private static Opened xml(byte[] plain) {
        try {
            XMLStreamReader xml = Xml.pull().createXMLStreamReader(new ByteArrayInputStream(plain));
            List<Line> lines = new ArrayList<>();
            String total = "";
            while (xml.hasNext()) {
                xml.next();
                if (xml.isStartElement() && "line".equals(xml.getLocalName())) {
                    lines.add(new Line(
                            xml.getAttributeValue(null, "id"),
                            xml.getAttributeValue(null, "household"),
                            xml.getAttributeValue(null, "category"),
                            xml.getAttributeValue(null, "year")));
                } else if (xml.isStartElement() && "totals".equals(xml.getLocalName())) {
                    total = xml.getAttributeValue(null, "lines");
                }
            }
            return total.equals(Integer.toString(lines.size())) ? new Opened("OK", lines) : Opened.refused("TOTALS");
        } catch (XMLStreamException e) {
            return Opened.refused("FORMAT");
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
