package be.zeef.trust;

import be.zeef.security.PersonKey;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.KeyStore.PrivateKeyEntry;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.Optional;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** An issuer of certificates for people who do not exist. */
public final class TestPki {

    public static final String PASSWORD = "test";

    private final KeyPair authority;
    private final X509Certificate certificate;
    private final Instant now;

    private TestPki(KeyPair authority, X509Certificate certificate, Instant now) {
        this.authority = authority;
        this.certificate = certificate;
        this.now = now;
    }

    /** @param now certificates hold from an hour before it, for a year */
    public static TestPki at(Instant now) {
        return lasting(now, Duration.ofDays(3650));
    }

    /** An issuer whose own certificate ends this long after now. */
    public static TestPki lasting(Instant now, Duration life) {
        KeyPair pair = elliptic();
        X500Name name = new X500Name("CN=Test issuer " + now.toEpochMilli());
        KeyUsage signs = new KeyUsage(KeyUsage.keyCertSign);
        return new TestPki(pair, build(name, name, pair, pair, now, now.plus(life), true, signs), now);
    }

    public X509Certificate issuer() {
        return certificate;
    }

    /** A person with a certificate for signatures. */
    public PrivateKeyEntry person(String name) {
        return person(name, elliptic());
    }

    public PrivateKeyEntry person(String name, KeyPair key) {
        return person(name, key, new KeyUsage(KeyUsage.nonRepudiation), now.plus(Duration.ofDays(365)));
    }

    /** @param usage null for a certificate that says nothing of what it is for */
    public PrivateKeyEntry person(String name, KeyPair key, KeyUsage usage, Instant until) {
        X500Name issuer = new X500Name(certificate.getSubjectX500Principal().getName());
        X509Certificate made = build(issuer, new X500Name("CN=" + name), key, authority, now, until, false, usage);
        return new PrivateKeyEntry(key.getPrivate(), new Certificate[] {made});
    }

    /** Somebody who signs for himself and is an authority's subject nowhere. */
    public static PrivateKeyEntry selfSigned(String name, Instant now, Instant until) {
        KeyPair key = elliptic();
        X500Name own = new X500Name("CN=" + name);
        KeyUsage usage = new KeyUsage(KeyUsage.digitalSignature);
        return new PrivateKeyEntry(
                key.getPrivate(), new Certificate[] {build(own, own, key, key, now, until, false, usage)});
    }

    public static KeyPair elliptic() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp384r1"));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    public static KeyPair rsa() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    public static X509Certificate certificate(PrivateKeyEntry entry) {
        return (X509Certificate) entry.getCertificate();
    }

    public static String pem(X509Certificate certificate) {
        try {
            return "-----BEGIN CERTIFICATE-----\n"
                    + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(certificate.getEncoded())
                    + "\n-----END CERTIFICATE-----\n";
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A PKCS#12 file as a person has one, opened by {@link #PASSWORD}. */
    public static Path file(Path file, PrivateKeyEntry entry) {
        try (OutputStream out = Files.newOutputStream(file)) {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            store.setKeyEntry("mine", entry.getPrivateKey(), PASSWORD.toCharArray(), entry.getCertificateChain());
            store.store(out, PASSWORD.toCharArray());
            return file;
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The same, opened. */
    public static PersonKey key(PrivateKeyEntry entry) {
        try {
            Path file = Files.createTempFile("person", ".p12");
            try {
                return PersonKey.inFile(file(file, entry), PASSWORD.toCharArray(), Optional.empty());
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static X509Certificate build(
            X500Name issuer,
            X500Name subject,
            KeyPair key,
            KeyPair signer,
            Instant now,
            Instant until,
            boolean authority,
            KeyUsage usage) {
        try {
            var builder = new JcaX509v3CertificateBuilder(
                    issuer,
                    new BigInteger(100, new java.util.Random()),
                    Date.from(now.minus(Duration.ofHours(1))),
                    Date.from(until),
                    subject,
                    key.getPublic());
            builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(authority));
            if (usage != null) {
                builder.addExtension(Extension.keyUsage, true, usage);
            }
            return new JcaX509CertificateConverter()
                    .getCertificate(
                            builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(signer.getPrivate())));
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
