package be.zeef.security;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.jcajce.JcaSignerInfoGeneratorBuilder;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;

/**
 * A person's signature over a few lines of text: a detached CMS message (RFC 5652) with one signer, whose certificate lies in it. RSA
 * (PKCS#1 v1.5) or ECDSA, with SHA-256 or more. It says which key signed; whose key that is must be asked of somebody else.
 */
public final class PersonSignature {

    private PersonSignature() {}

    /**
     * @param provider that alone can use the key, because it lies on a token
     * @param inside whether the content lies in the message; {@link #verified} takes only those in which it does not
     */
    static byte[] over(
            byte[] content, PrivateKey key, X509Certificate certificate, Optional<Provider> provider, boolean inside)
            throws GeneralSecurityException {
        try {
            JcaContentSignerBuilder signer =
                    new JcaContentSignerBuilder(SigningKeys.algorithm(certificate.getPublicKey()));
            provider.ifPresent(signer::setProvider);
            CMSSignedDataGenerator generator = new CMSSignedDataGenerator();
            generator.addSignerInfoGenerator(
                    new JcaSignerInfoGeneratorBuilder(new JcaDigestCalculatorProviderBuilder().build())
                            .build(signer.build(key), certificate));
            generator.addCertificates(new JcaCertStore(List.of(certificate)));
            return generator
                    .generate(new CMSProcessableByteArray(content), inside)
                    .getEncoded("DER");
        } catch (CMSException | OperatorCreationException | IOException e) {
            throw new GeneralSecurityException(e);
        }
    }

    /**
     * The certificate whose key made this signature over this content.
     *
     * @throws SignatureRefusedException when it is not over this content, or is anything but the one form described above
     */
    public static X509Certificate verified(byte[] content, byte[] signature) throws SignatureRefusedException {
        // what is no CMS makes BouncyCastle throw exceptions of any kind, so any of them means "refused"
        try {
            // reads one object and refuses whatever follows it
            ContentInfo message = ContentInfo.getInstance(ASN1Primitive.fromByteArray(signature));
            if (new CMSSignedData(message).getSignedContent() != null) {
                throw new SignatureRefusedException();
            }
            CMSSignedData signed = new CMSSignedData(new CMSProcessableByteArray(content), message);
            List<SignerInformation> signers =
                    List.copyOf(signed.getSignerInfos().getSigners());
            if (signers.size() != 1 || !isOfOneForm(signers.get(0))) {
                throw new SignatureRefusedException();
            }
            SignerInformation signer = signers.get(0);
            List<X509CertificateHolder> own = signed.getCertificates().getMatches(null).stream()
                    .filter(signer.getSID()::match)
                    .toList();
            if (own.size() != 1) {
                throw new SignatureRefusedException();
            }
            X509Certificate certificate = new JcaX509CertificateConverter().getCertificate(own.get(0));
            // with the bare key: when it counts and whether the certificate held then is not for the signer's clock to
            // say
            if (!signer.verify(new JcaSimpleSignerInfoVerifierBuilder().build(certificate.getPublicKey()))) {
                throw new SignatureRefusedException();
            }
            return certificate;
        } catch (CMSException
                | OperatorCreationException
                | GeneralSecurityException
                | IOException
                | RuntimeException e) {
            throw new SignatureRefusedException();
        }
    }

    /** Signed attributes are demanded: without them, those of another message could be passed off as content. */
    private static boolean isOfOneForm(SignerInformation signer) {
        return SigningKeys.isAllowed(signer)
                && signer.getSignedAttributes() != null
                && CMSObjectIdentifiers.data.equals(signer.getContentType());
    }
}
