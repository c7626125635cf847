package be.zeef.security;

import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECKey;
import java.security.interfaces.RSAKey;
import java.util.Map;
import java.util.Set;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.cms.SignerInformation;

/** Which keys and algorithms a signature may be made with, whoever signs: SHA-2 with RSA (PKCS#1 v1.5) or ECDSA. */
public final class SigningKeys {

    private static final int SHORTEST_RSA = 2048;
    private static final int SHORTEST_CURVE = 256;

    /** Places in a certificate's key usage (RFC 5280 §4.2.1.3): digitalSignature, and nonRepudiation. */
    private static final int SIGNS = 0;

    private static final int COMMITS = 1;

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

    private SigningKeys() {}

    private static Set<String> rsa(String withDigest) {
        return Set.of(PKCSObjectIdentifiers.rsaEncryption.getId(), withDigest);
    }

    /** Whether a key is RSA from 2048 bits on, or on a curve of 256 bits or more. */
    public static boolean isLongEnough(PublicKey key) {
        if (key instanceof RSAKey rsa) {
            return rsa.getModulus().bitLength() >= SHORTEST_RSA;
        }
        return key instanceof ECKey curve && curve.getParams().getOrder().bitLength() >= SHORTEST_CURVE;
    }

    /** Whether a certificate says that it is for signing; one that does not say what it is for is not for this. */
    public static boolean isForSigning(X509Certificate certificate) {
        boolean[] usage = certificate.getKeyUsage();
        return usage != null && (usage[SIGNS] || usage[COMMITS]);
    }

    /** Whether a signature says to be made with one of the algorithms above, and its digest is that algorithm's own. */
    static boolean isAllowed(SignerInformation signer) {
        String digest = signer.getDigestAlgOID();
        String signature = signer.getEncryptionAlgOID();
        return RSA.getOrDefault(digest, Set.of()).contains(signature) || signature.equals(ECDSA.get(digest));
    }

    /** What a key signs with, by Java's name; on a curve with the digest that is as long as the key (RFC 5753 §2.1.1). */
    static String algorithm(PublicKey key) {
        if (key instanceof ECKey curve) {
            int bits = curve.getParams().getOrder().bitLength();
            return (bits <= 256 ? "SHA256" : bits <= 384 ? "SHA384" : "SHA512") + "withECDSA";
        }
        return "SHA256withRSA";
    }
}
