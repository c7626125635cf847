package be.zeef.security.signing;

import be.zeef.security.KeyException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The signature algorithms there are, each with the digest that goes with it; profiles and settings name them in lower case. */
public enum SignatureAlgorithm {
    /** What MAGDA is known to accept. Where a profile does not list it for answers, it is refused in them. */
    RSA_SHA1("rsa-sha1", "http://www.w3.org/2000/09/xmldsig#rsa-sha1", "http://www.w3.org/2000/09/xmldsig#sha1"),
    RSA_SHA256(
            "rsa-sha256",
            "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256",
            "http://www.w3.org/2001/04/xmlenc#sha256");

    private final String text;
    private final String signature;
    private final String digest;

    SignatureAlgorithm(String text, String signature, String digest) {
        this.text = text;
        this.signature = signature;
        this.digest = digest;
    }

    /** The algorithm of this name. */
    public static Optional<SignatureAlgorithm> named(String text) {
        return Arrays.stream(values()).filter(each -> each.text.equals(text)).findFirst();
    }

    /**
     * The algorithm that a setting names; empty when the setting is, and the profile's holds.
     *
     * @param key the setting, for the error
     */
    public static Optional<SignatureAlgorithm> chosen(String text, String key) {
        if (text.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(named(text)
                .orElseThrow(
                        () -> new KeyException(key + " is one of " + names() + ", or empty: the profile's holds.")));
    }

    /** The names there are. */
    static List<String> names() {
        return Arrays.stream(values()).map(each -> each.text).toList();
    }

    /** The URI of the signature (XML Signature §6.1). */
    public String signature() {
        return signature;
    }

    /** The URI of the digest. */
    public String digest() {
        return digest;
    }
}
