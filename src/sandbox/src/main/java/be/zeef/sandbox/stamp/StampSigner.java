package be.zeef.sandbox.stamp;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoGeneratorBuilder;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampTokenGenerator;

/** A key with its certificate, which signs tokens. Made anew each time. */
record StampSigner(KeyPair pair, X509Certificate certificate) {

    private static final ASN1ObjectIdentifier POLICY = new ASN1ObjectIdentifier(StampOffice.POLICY);
    private static final X500Name NAME = new X500Name("CN=Zeef Sandbox Time,O=Zeef Sandbox");

    /** Who issues its certificate. */
    record Issuer(KeyPair pair, X509Certificate certificate) {}

    /** @param uses none for a certificate that does not say what for */
    static StampSigner make(Issuer issuer, Instant from, Duration life, KeyPurposeId... uses)
            throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        KeyPair pair = generator.generateKeyPair();
        return new StampSigner(
                pair, certificate(pair, new BigInteger(120, new SecureRandom()), issuer, from, life, uses));
    }

    /** Another certificate of the same key, number and time, for these uses. */
    X509Certificate certificate(Issuer issuer, KeyPurposeId... uses) throws GeneralSecurityException {
        Instant from = certificate.getNotBefore().toInstant();
        Duration life = Duration.between(from, certificate.getNotAfter().toInstant());
        return certificate(pair, certificate.getSerialNumber(), issuer, from, life, uses);
    }

    private static X509Certificate certificate(
            KeyPair pair, BigInteger serial, Issuer issuer, Instant from, Duration life, KeyPurposeId... uses)
            throws GeneralSecurityException {
        try {
            JcaX509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(
                    X500Name.getInstance(
                            issuer.certificate().getSubjectX500Principal().getEncoded()),
                    serial,
                    Date.from(from),
                    Date.from(from.plus(life)),
                    NAME,
                    pair.getPublic());
            if (uses.length > 0) {
                builder.addExtension(Extension.extendedKeyUsage, true, new ExtendedKeyUsage(uses));
            }
            ContentSigner signer = new JcaContentSignerBuilder(algorithm(issuer.pair()))
                    .build(issuer.pair().getPrivate());
            return new JcaX509CertificateConverter().getCertificate(builder.build(signer));
        } catch (IOException | OperatorCreationException e) {
            throw new GeneralSecurityException(e);
        }
    }

    private static String algorithm(KeyPair pair) {
        return pair.getPrivate().getAlgorithm().equals("RSA") ? "SHA256withRSA" : "SHA256withECDSA";
    }

    /**
     * @param under the certificate that a token says it is signed under
     * @param along the one that goes along
     */
    TimeStampTokenGenerator tokens(X509Certificate under, X509Certificate along) throws GeneralSecurityException {
        try {
            var digests = new JcaDigestCalculatorProviderBuilder().build();
            TimeStampTokenGenerator tokens = new TimeStampTokenGenerator(
                    new JcaSimpleSignerInfoGeneratorBuilder().build("SHA256withECDSA", pair.getPrivate(), under),
                    digests.get(new AlgorithmIdentifier(new ASN1ObjectIdentifier("2.16.840.1.101.3.4.2.1"))),
                    POLICY);
            tokens.addCertificates(new JcaCertStore(List.of(along)));
            return tokens;
        } catch (OperatorCreationException | TSPException e) {
            throw new GeneralSecurityException(e);
        }
    }
}
