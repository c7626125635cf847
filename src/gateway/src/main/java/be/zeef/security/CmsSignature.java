package be.zeef.security;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import java.util.Optional;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.cms.Time;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
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

    private CmsSignature() {}

    /**
     * Returns when the message may be read.
     *
     * @param now the certificate must hold now, whatever time the message says it was signed at
     */
    static void require(byte[] message, X509Certificate by, Instant now) throws SignatureRefusedException {
        required(message, Optional.empty(), by, now);
    }

    /** The same of a signature that lies beside its content, and holds none itself. */
    static void requireDetached(byte[] content, byte[] signature, X509Certificate by, Instant now)
            throws SignatureRefusedException {
        required(signature, Optional.of(content), by, now);
    }

    private static void required(byte[] message, Optional<byte[]> beside, X509Certificate by, Instant now)
            throws SignatureRefusedException {
        int trailing = Ber.trailing(message);
        require(trailing >= 0, CmsFault.NOT_SIGNED);
        require(trailing == 0, CmsFault.TRAILING);
        // what is no CMS makes BouncyCastle throw exceptions of any kind, so any of them means "refused"
        try {
            CMSSignedDataParser own = parser(message);
            CMSTypedStream inside = own.getSignedContent();
            require((inside == null) == beside.isPresent(), CmsFault.DETACHED);
            CMSSignedDataParser parser = beside.isPresent() ? parser(message, beside.get()) : own;
            CMSTypedStream content = beside.isPresent() ? parser.getSignedContent() : inside;
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

    /** When its signer says that it was signed; empty when it does not say so. For a message that was found genuine. */
    static Optional<Instant> signedAt(byte[] message) throws SignatureRefusedException {
        try {
            CMSSignedDataParser parser = parser(message);
            parser.getSignedContent().drain();
            SignerInformation signer =
                    parser.getSignerInfos().getSigners().iterator().next();
            Attribute time = signer.getSignedAttributes().get(CMSAttributes.signingTime);
            return time == null
                    ? Optional.empty()
                    : Optional.of(Time.getInstance(time.getAttrValues().getObjectAt(0))
                            .getDate()
                            .toInstant());
        } catch (CMSException | IOException | RuntimeException e) {
            throw new SignatureRefusedException(CmsFault.NOT_SIGNED);
        }
    }

    private static void require(SignerInformation signer, X509Certificate by, Instant now)
            throws SignatureRefusedException {
        require(signer.getCounterSignatures().size() == 0, CmsFault.SIGNERS);
        require(SigningKeys.isAllowed(signer) && SigningKeys.isLongEnough(by.getPublicKey()), CmsFault.ALGORITHM);
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

    private static CMSSignedDataParser parser(byte[] message, byte[] content) throws CMSException {
        try {
            return new CMSSignedDataParser(
                    new JcaDigestCalculatorProviderBuilder().build(),
                    new CMSTypedStream(new ByteArrayInputStream(content)),
                    new ByteArrayInputStream(message));
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
