package be.zeef.sandbox.soap;

import be.zeef.sandbox.SandboxKeys;
import be.zeef.security.reading.Xml;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.apache.wss4j.common.WSEncryptionPart;
import org.apache.wss4j.common.crypto.Merlin;
import org.apache.wss4j.common.ext.WSSecurityException;
import org.apache.wss4j.common.util.WSCurrentTimeSource;
import org.apache.wss4j.dom.WSConstants;
import org.apache.wss4j.dom.message.WSSecHeader;
import org.apache.wss4j.dom.message.WSSecSignature;
import org.apache.wss4j.dom.message.WSSecTimestamp;
import org.w3c.dom.Document;
import org.xml.sax.SAXException;

/**
 * Signs a far end's answers over exclusive canonical XML: with a certificate as token and a Timestamp of five minutes, or as the
 * reference signer of Digitaal Vlaanderen does, with the chain as token and no Timestamp.
 */
public final class AnswerSigner {

    private static final int LIFE_SECONDS = 300;
    private static final String SOAP = "http://schemas.xmlsoap.org/soap/envelope/";

    private final SandboxKeys keys;

    public AnswerSigner(SandboxKeys keys) {
        this.keys = keys;
    }

    /** What a signature can cover. */
    public enum Part {
        BODY("Body", SOAP),
        TIMESTAMP("Timestamp", WSConstants.WSU_NS),
        TOKEN("BinarySecurityToken", WSConstants.WSSE_NS),
        /** Another block of the header, {@code h} of {@code urn:h}. */
        HEADER("h", "urn:h");

        private final String name;
        private final String namespace;

        Part(String name, String namespace) {
            this.name = name;
            this.namespace = namespace;
        }

        private WSEncryptionPart reference() {
            return new WSEncryptionPart(name, namespace, "");
        }
    }

    /**
     * How an answer is signed.
     *
     * @param key alias of the sandbox key
     * @param shift how far from now it claims to be made
     * @param dated whether it has a Timestamp, and the certificate alone as its token
     */
    public record Manner(String key, Duration shift, boolean sha1, boolean dated, Set<Part> covered) {

        /** By this key, now, over all of it. */
        public static Manner usual(String key) {
            return new Manner(key, Duration.ZERO, false, true, Set.of(Part.BODY, Part.TIMESTAMP, Part.TOKEN));
        }

        /** By this key, over token and Body, and nothing says when. */
        public static Manner undated(String key) {
            return new Manner(key, Duration.ZERO, false, false, Set.of(Part.BODY, Part.TOKEN));
        }

        Manner by(String other) {
            return new Manner(other, shift, sha1, dated, covered);
        }

        Manner shifted(Duration by) {
            return new Manner(key, by, sha1, dated, covered);
        }

        Manner withSha1() {
            return new Manner(key, shift, true, dated, covered);
        }

        Manner over(Part... parts) {
            return new Manner(key, shift, sha1, dated, Set.of(parts));
        }
    }

    /** The answer with a Security header. */
    public Document sign(String answer, Manner how) {
        try {
            Document document = Xml.documents()
                    .newDocumentBuilder()
                    .parse(new ByteArrayInputStream(answer.getBytes(StandardCharsets.UTF_8)));
            WSSecHeader header = new WSSecHeader(document);
            header.insertSecurityHeader();
            if (how.dated()) {
                date(header, how.shift());
            }
            sign(header, how);
            return document;
        } catch (SAXException | IOException | ParserConfigurationException | WSSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void date(WSSecHeader header, Duration shift) {
        WSSecTimestamp timestamp = new WSSecTimestamp(header);
        timestamp.setTimeToLive(LIFE_SECONDS);
        timestamp.setWsTimeSource(new WSCurrentTimeSource() {
            @Override
            public Instant now() {
                return super.now().plus(shift);
            }
        });
        timestamp.build();
    }

    private void sign(WSSecHeader header, Manner how) throws WSSecurityException {
        WSSecSignature signature = new WSSecSignature(header);
        signature.setUserInfo(how.key(), new String(keys.password()));
        signature.setKeyIdentifierType(WSConstants.BST_DIRECT_REFERENCE);
        signature.setUseSingleCertificate(how.dated());
        signature.setSignatureAlgorithm(how.sha1() ? WSConstants.RSA_SHA1 : WSConstants.RSA_SHA256);
        signature.setDigestAlgo(how.sha1() ? WSConstants.SHA1 : WSConstants.SHA256);
        Merlin crypto = new Merlin();
        crypto.setKeyStore(keys.store(how.key()));
        signature.prepare(crypto);
        signature.prependBSTElementToHeader();
        List<WSEncryptionPart> parts =
                how.covered().stream().sorted().map(Part::reference).toList();
        signature.computeSignature(signature.addReferencesToSign(parts));
    }

    /** The document as it goes over the wire. */
    public static String text(Document document) {
        try {
            StringWriter text = new StringWriter();
            TransformerFactory.newDefaultInstance()
                    .newTransformer()
                    .transform(new DOMSource(document), new StreamResult(text));
            return text.toString();
        } catch (TransformerException e) {
            throw new IllegalStateException(e);
        }
    }
}
