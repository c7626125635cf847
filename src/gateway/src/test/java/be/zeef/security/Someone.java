package be.zeef.security;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** Somebody who does not exist, with a key and a certificate of their own. */
public final class Someone {

    public static final Someone AN = new Someone("an", curve());
    public static final Someone BERT = new Someone("bert", curve());
    public static final Someone CARLA = new Someone("carla", curve());

    private static final String PASSWORD = "of-a-test";

    private final String name;
    private final KeyPair pair;
    private Instant from = Instant.parse("2020-01-01T00:00:00Z");
    private Instant until = Instant.parse("2040-01-01T00:00:00Z");
    private int usage = KeyUsage.digitalSignature;
    private boolean issuer;
    private X509Certificate certificate;

    private Someone(String name, KeyPair pair) {
        this.name = name;
        this.pair = pair;
        issue();
    }

    /** With a key nobody else has. */
    public static Someone named(String name) {
        return new Someone(name, curve());
    }

    public static Someone with(String name, KeyPair pair) {
        return new Someone(name, pair);
    }

    /** The same key under another certificate. */
    public Someone alsoAs(String other) {
        return new Someone(other, pair);
    }

    public Someone during(String first, String last) {
        from = Instant.parse(first);
        until = Instant.parse(last);
        return issue();
    }

    /** @param bits of BouncyCastle's {@link KeyUsage}; 0 for a certificate that does not say */
    public Someone usedFor(int bits) {
        usage = bits;
        return issue();
    }

    public Someone asIssuer() {
        issuer = true;
        return issue();
    }

    public static KeyPair curve() {
        return curve("secp256r1");
    }

    public static KeyPair curve(String name) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec(name));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    public static KeyPair rsa(int bits) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(bits);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private Someone issue() {
        X500Name subject = new X500Name("CN=" + name);
        X509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(
                subject,
                new BigInteger(120, new SecureRandom()),
                Date.from(from),
                Date.from(until),
                subject,
                pair.getPublic());
        try {
            if (issuer) {
                builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(true));
            }
            if (usage != 0) {
                builder.addExtension(Extension.keyUsage, true, new KeyUsage(usage));
            }
            String algorithm = pair.getPrivate().getAlgorithm().equals("RSA") ? "SHA256withRSA" : "SHA256withECDSA";
            certificate = new JcaX509CertificateConverter()
                    .getCertificate(builder.build(new JcaContentSignerBuilder(algorithm).build(pair.getPrivate())));
            return this;
        } catch (IOException | OperatorCreationException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    public String name() {
        return name;
    }

    public KeyPair pair() {
        return pair;
    }

    public X509Certificate certificate() {
        return certificate;
    }

    public byte[] sign(byte[] content) {
        try {
            return PersonSignature.over(content, pair.getPrivate(), certificate, Optional.empty(), false);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Their key as they would have it: out of a file. */
    public PersonKey key(Path folder) {
        return PersonKey.inFile(file(folder, PASSWORD), PASSWORD.toCharArray(), Optional.empty());
    }

    /** A PKCS#12 file. */
    public Path file(Path folder, String password) {
        Path file = folder.resolve(name + ".p12");
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            store.setKeyEntry(name, pair.getPrivate(), password.toCharArray(), new X509Certificate[] {certificate});
            try (var out = Files.newOutputStream(file)) {
                store.store(out, password.toCharArray());
            }
            return file;
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
