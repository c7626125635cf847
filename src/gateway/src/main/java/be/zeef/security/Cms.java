package be.zeef.security;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.GeneralSecurityException;
import java.security.KeyStore.PrivateKeyEntry;
import java.security.Provider;
import java.security.cert.X509Certificate;
import java.security.spec.MGF1ParameterSpec;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.crypto.spec.OAEPParameterSpec;
import javax.crypto.spec.PSource;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cms.CMSAlgorithm;
import org.bouncycastle.cms.CMSAuthEnvelopedDataStreamGenerator;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSSignedDataStreamGenerator;
import org.bouncycastle.cms.jcajce.JcaSignerInfoGeneratorBuilder;
import org.bouncycastle.cms.jcajce.JceCMSContentEncryptorBuilder;
import org.bouncycastle.cms.jcajce.JceKeyTransRecipientInfoGenerator;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.OutputAEADEncryptor;
import org.bouncycastle.operator.jcajce.JcaAlgorithmParametersConverter;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;

/**
 * Cryptographic messages (RFC 5652, RFC 5083). Algorithms are fixed here, so no caller can choose weak ones: AES-256-GCM
 * under RSA-OAEP with SHA-256, and SHA-256 with RSA, or ECDSA where a person signs. What a partner may use besides is as strong ({@link CmsFault}).
 */
public final class Cms {

    private static final OAEPParameterSpec OAEP =
            new OAEPParameterSpec("SHA-256", "MGF1", MGF1ParameterSpec.SHA256, PSource.PSpecified.DEFAULT);

    /** Handed over, not registered: what the rest of the process uses stays the JDK's. The JDK's GCM knows no CMS parameters. */
    private static final Provider BOUNCY_CASTLE = new BouncyCastleProvider();

    private Cms() {}

    /** What is written to the returned stream reaches {@code out} encrypted to this certificate; close it to finish. */
    public static OutputStream encrypting(X509Certificate to, OutputStream out) throws IOException {
        try {
            CMSAuthEnvelopedDataStreamGenerator generator = new CMSAuthEnvelopedDataStreamGenerator();
            generator.addRecipientInfoGenerator(new JceKeyTransRecipientInfoGenerator(
                            to,
                            new JcaAlgorithmParametersConverter()
                                    .getAlgorithmIdentifier(PKCSObjectIdentifiers.id_RSAES_OAEP, OAEP))
                    .setProvider(BOUNCY_CASTLE));
            return generator.open(out, (OutputAEADEncryptor) new JceCMSContentEncryptorBuilder(CMSAlgorithm.AES256_GCM)
                    .setProvider(BOUNCY_CASTLE)
                    .build());
        } catch (CMSException | GeneralSecurityException e) {
            throw new KeyException("A delivery cannot be encrypted to this certificate.", e);
        }
    }

    /** What is written to the returned stream is signed; closing it writes the signature, without the content, to {@code out}. */
    public static OutputStream signing(PrivateKeyEntry signer, OutputStream out) throws IOException {
        return signing(signer, out, false);
    }

    /** As {@link #signing(PrivateKeyEntry, OutputStream)}, with the content inside when {@code encapsulated}. */
    public static OutputStream signing(PrivateKeyEntry signer, OutputStream out, boolean encapsulated)
            throws IOException {
        try {
            X509Certificate certificate = (X509Certificate) signer.getCertificate();
            CMSSignedDataStreamGenerator generator = new CMSSignedDataStreamGenerator();
            generator.addSignerInfoGenerator(
                    new JcaSignerInfoGeneratorBuilder(new JcaDigestCalculatorProviderBuilder().build())
                            .build(
                                    new JcaContentSignerBuilder(SigningKeys.algorithm(certificate.getPublicKey()))
                                            .build(signer.getPrivateKey()),
                                    certificate));
            generator.addCertificates(new JcaCertStore(List.of(certificate)));
            return generator.open(out, encapsulated);
        } catch (CMSException | GeneralSecurityException | OperatorCreationException e) {
            throw new KeyException("A delivery cannot be signed with our key.", e);
        }
    }

    /**
     * The content of a message that was encrypted to our key, with RSA-OAEP over SHA-2 and AES-GCM; checked as a whole before
     * anything of it is returned.
     *
     * @throws DecryptionRefusedException when it is not encrypted so, or was altered
     */
    public static byte[] decrypted(byte[] message, PrivateKeyEntry own) throws DecryptionRefusedException {
        return CmsEnvelope.opened(message, own, BOUNCY_CASTLE);
    }

    /** Reads what a signed message holds. */
    @FunctionalInterface
    public interface ContentReader {
        void read(InputStream content) throws IOException;
    }

    /**
     * Checks that a message is exactly what this certificate signed, alone, with SHA-2 and RSA or ECDSA over signed attributes, and that
     * the certificate holds now; then gives its content to the reader, as a stream.
     *
     * @throws SignatureRefusedException when it is not signed so; the reader has seen nothing then
     */
    public static void verified(byte[] message, X509Certificate by, Clock clock, ContentReader reader)
            throws IOException {
        CmsSignature.require(message, by, clock.instant());
        try (InputStream content = CmsSignature.content(message)) {
            reader.read(content);
        }
    }

    /**
     * Checks that a signature that lies beside its content is of exactly this content, with all that {@link #verified} asks of it.
     *
     * @throws SignatureRefusedException when it is not signed so
     */
    public static void verifiedDetached(byte[] content, byte[] signature, X509Certificate by, Clock clock)
            throws SignatureRefusedException {
        CmsSignature.requireDetached(content, signature, by, clock.instant());
    }

    /**
     * When its signer says that it was signed; empty when it does not say so.
     *
     * @param message that {@link #verified} found genuine
     */
    public static Optional<Instant> signedAt(byte[] message) throws IOException {
        return CmsSignature.signedAt(message);
    }
}
