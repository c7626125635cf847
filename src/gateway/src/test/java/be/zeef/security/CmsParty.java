package be.zeef.security;

import java.math.BigInteger;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore.PrivateKeyEntry;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** Somebody with a key and a certificate that holds for as long as a test wants. */
record CmsParty(KeyPair pair, X509Certificate certificate) {

    static CmsParty rsa(int bits) throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(bits);
        return of(generator.generateKeyPair(), "SHA256withRSA", Duration.ofDays(-1), Duration.ofDays(30));
    }

    static CmsParty ec() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(256);
        return of(generator.generateKeyPair(), "SHA256withECDSA", Duration.ofDays(-1), Duration.ofDays(30));
    }

    /** The same key under a certificate that holds from and until these times from now. */
    CmsParty holding(Duration from, Duration until) throws Exception {
        return of(pair, "SHA256withRSA", from, until);
    }

    private static CmsParty of(KeyPair pair, String algorithm, Duration from, Duration until) throws Exception {
        X500Name name = new X500Name("CN=party " + pair.getPublic().hashCode());
        Instant now = Instant.now();
        return new CmsParty(
                pair,
                new JcaX509CertificateConverter()
                        .getCertificate(new JcaX509v3CertificateBuilder(
                                        name,
                                        BigInteger.ONE,
                                        Date.from(now.plus(from)),
                                        Date.from(now.plus(until)),
                                        name,
                                        pair.getPublic())
                                .build(new JcaContentSignerBuilder(algorithm).build(pair.getPrivate()))));
    }

    PrivateKeyEntry entry() {
        return new PrivateKeyEntry(pair.getPrivate(), new Certificate[] {certificate});
    }
}
