package be.zeef.security;

import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.Locale;
import java.util.Optional;

/**
 * SHA-256 of a certificate as it is encoded (DER), as {@code openssl x509 -fingerprint -sha256} tells it.
 *
 * @param hex 64 digits, lower case
 */
public record Fingerprint(String hex) {

    public Fingerprint {
        if (!hex.matches("[0-9a-f]{64}")) {
            throw new IllegalArgumentException("a fingerprint is 64 hexadecimal digits");
        }
    }

    public static Fingerprint of(X509Certificate certificate) {
        try {
            return new Fingerprint(Sha256.hex(certificate.getEncoded()));
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** As people write it: in capitals or not, with colons or spaces or without. Empty when it is none. */
    public static Optional<Fingerprint> read(String text) {
        String hex = text.replaceAll("[:\\s]", "").toLowerCase(Locale.ROOT);
        return hex.matches("[0-9a-f]{64}") ? Optional.of(new Fingerprint(hex)) : Optional.empty();
    }

    @Override
    public String toString() {
        return hex;
    }
}
