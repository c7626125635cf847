package be.zeef.security;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.PublicKey;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import java.util.Map;
import java.util.Set;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSSignedDataParser;
import org.bouncycastle.cms.CMSTypedStream;
import org.bouncycastle.cms.CMSVerifierCertificateNotValidException;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;

/** A signed message with its content (RFC 5652 §5): whether it is exactly what one pinned certificate signed. */
final class CmsSignature {

    private static final int SHORTEST_RSA = 2048;
    private static final int SHORTEST_CURVE = 256;

    /** Digests, and the RSA algorithms that go with each; {@code rsaEncryption} takes the digest's. */
    private static final Map<String, Set<String>> RSA = Map.of(
            NISTObjectIdentifiers.id_sha256.getId(), rsa(PKCSObjectIdentifiers.sha256WithRSAEncryption.getId()),
            NISTObjectIdentifiers.id_sha384.getId(), rsa(PKCSObjectIdentifiers.sha384WithRSAEncryption.getId()),
            NISTObjectIdentifiers.id_sha512.getId(), rsa(PKCSObjectIdentifiers.sha512WithRSAEncryption.getId()));

    /** The same on elliptic curves, where people's keys lie. */
    private static final Map<String, String> ECDSA = Map.of(
            NISTObjectIdentifiers.id_sha256.getId(), X9ObjectIdentifiers.ecdsa_with_SHA256.getId(),
            NISTObjectIdentifiers.id_sha384.getId(), X9ObjectIdentifiers.ecdsa_with_SHA384.getId(),
            NISTObjectIdentifiers.id_sha512.getId(), X9ObjectIdentifiers.ecdsa_with_SHA512.getId());

    private CmsSignature() {}

    private static Set<String> rsa(String withDigest) {
        return Set.of(PKCSObjectIdentifiers.rsaEncryption.getId(), withDigest);
    }

    /**
     * Returns when the message may be read.
     *
     * @param now the certificate must hold now, whatever time the message says it was signed at
     */
    static void require(byte[] message, X509Certificate by, Instant now) throws SignatureRefusedException {
        int trailing = Ber.trailing(message);
        require(trailing >= 0, CmsFault.NOT_SIGNED);
        require(trailing == 0, CmsFault.TRAILING);
        // what is no CMS makes BouncyCastle throw exceptions of any kind, so any of them means "refused"
        try {
            CMSSignedDataParser parser = parser(message);
            CMSTypedStream content = parser.getSignedContent();
            require(content != null, CmsFault.DETACHED);
            require(PKCSObjectIdentifiers.data.equals(content.getContentType()), CmsFault.CONTENT_TYPE);
            content.drain();
            Collection<SignerInformation> signers = parser.getSignerInfos().getSigners();
            require(signers.size() == 1, CmsFault.SIGNERS);
            require(signers.iterator().next(), by, now);
        } catch (SignatureRefusedException e) {
            throw e;
        } catch (CMSException | IOException | RuntimeException e) {
            throw new SignatureRefusedException(CmsFault.NOT_SIGNED);
        }
    }

    private static void require(SignerInformation signer, X509Certificate by, Instant now)
            throws SignatureRefusedException {
        require(signer.getCounterSignatures().size() == 0, CmsFault.SIGNERS);
        require(isStrong(signer, by.getPublicKey()), CmsFault.ALGORITHM);
        require(signer.getSignedAttributes() != null, CmsFault.ATTRIBUTES);
        try {
            require(signer.getSID().match(new JcaX509CertificateHolder(by)), CmsFault.ANOTHER);
            by.checkValidity(Date.from(now));
            require(signer.verify(new JcaSimpleSignerInfoVerifierBuilder().build(by)), CmsFault.ALTERED);
        } catch (CertificateException | CMSVerifierCertificateNotValidException e) {
            throw new SignatureRefusedException(CmsFault.EXPIRED);
        } catch (CMSException | OperatorCreationException e) {
            throw new SignatureRefusedException(CmsFault.ALTERED);
        }
    }

    private static boolean isStrong(SignerInformation signer, PublicKey key) {
        String digest = signer.getDigestAlgOID();
        String signature = signer.getEncryptionAlgOID();
        if (key instanceof RSAPublicKey rsa) {
            return RSA.getOrDefault(digest, Set.of()).contains(signature)
                    && rsa.getModulus().bitLength() >= SHORTEST_RSA;
        }
        return key instanceof ECPublicKey curve
                && signature.equals(ECDSA.get(digest))
                && curve.getParams().getOrder().bitLength() >= SHORTEST_CURVE;
    }

    /** The content of a message that was required. */
    static InputStream content(byte[] message) throws IOException {
        try {
            return parser(message).getSignedContent().getContentStream();
        } catch (CMSException e) {
            throw new IOException(e);
        }
    }

    private static CMSSignedDataParser parser(byte[] message) throws CMSException {
        try {
            return new CMSSignedDataParser(
                    new JcaDigestCalculatorProviderBuilder().build(), new ByteArrayInputStream(message));
        } catch (OperatorCreationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void require(boolean fine, CmsFault fault) throws SignatureRefusedException {
        if (!fine) {
            throw new SignatureRefusedException(fault);
        }
    }
}
