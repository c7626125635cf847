package be.zeef.sandbox;

import be.zeef.subject.Today;
import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAPrivateKey;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/**
 * Makes the sandbox's certificates, for two years: RSA-2048 for what signs and deciphers messages, P-256 for their issuer,
 * SFTP servers and people; a machine's is for 127.0.0.1 and localhost.
 */
final class Certificates {

    private static final X500Name ISSUER = new X500Name("CN=Zeef Sandbox CA,O=Zeef Sandbox");
    private static final Duration LIFE = Duration.ofDays(730);

    private Certificates() {}

    static KeyPair rsa() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        return generator.generateKeyPair();
    }

    /** P-256: what people's cards and sticks hold, and a thirtieth of RSA's time at each connection. */
    static KeyPair curve() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        return generator.generateKeyPair();
    }

    static X509Certificate authority(KeyPair ca) throws GeneralSecurityException {
        return build(ISSUER, ca.getPublic(), ca, Use.ISSUER);
    }

    static X509Certificate issued(String name, PublicKey key, KeyPair ca, X509Certificate issuer)
            throws GeneralSecurityException {
        issuer.checkValidity();
        return build(new X500Name("CN=" + name + ",O=Zeef Sandbox"), key, ca, Use.MACHINE);
    }

    /** Of somebody who signs, and is no machine. */
    static X509Certificate person(String name, PublicKey key, KeyPair ca, X509Certificate issuer)
            throws GeneralSecurityException {
        issuer.checkValidity();
        return build(new X500Name("CN=" + name + ",O=Zeef Sandbox"), key, ca, Use.PERSON);
    }

    private enum Use {
        ISSUER,
        MACHINE,
        PERSON
    }

    private static X509Certificate build(X500Name subject, PublicKey key, KeyPair signer, Use use)
            throws GeneralSecurityException {
        try {
            Instant now = Today.wallClock().instant();
            X509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(
                    ISSUER,
                    new BigInteger(120, new SecureRandom()),
                    Date.from(now.minus(Duration.ofHours(1))),
                    Date.from(now.plus(LIFE)),
                    subject,
                    key);
            builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(use == Use.ISSUER));
            if (use == Use.MACHINE) {
                builder.addExtension(Extension.subjectAlternativeName, false, new GeneralNames(new GeneralName[] {
                    new GeneralName(GeneralName.iPAddress, "127.0.0.1"),
                    new GeneralName(GeneralName.dNSName, "localhost")
                }));
            }
            if (use == Use.PERSON) {
                builder.addExtension(
                        Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature | KeyUsage.nonRepudiation));
            }
            return new JcaX509CertificateConverter()
                    .getCertificate(
                            builder.build(new JcaContentSignerBuilder(algorithm(signer)).build(signer.getPrivate())));
        } catch (IOException | OperatorCreationException e) {
            throw new GeneralSecurityException(e);
        }
    }

    /** By its kind: an issuer that was made by an earlier sandbox is RSA. */
    private static String algorithm(KeyPair signer) {
        return signer.getPrivate() instanceof RSAPrivateKey ? "SHA256withRSA" : "SHA256withECDSA";
    }
}
