package be.zeef.payment.release;

import be.zeef.payment.PaymentRefusedException;
import be.zeef.security.Fingerprint;
import java.security.cert.X509Certificate;

/**
 * A person who may act on payments, and a certificate of theirs. Whoever signs with its key is this person; nothing else says who
 * somebody is, least of all the name of an operating-system user.
 *
 * @param person lower case: letters, digits, points and dashes, at most 40
 */
public record Releaser(String person, X509Certificate certificate) {

    public Releaser {
        if (!person.matches("[a-z0-9][a-z0-9.-]{0,39}")) {
            throw new PaymentRefusedException(
                    "A releaser's name is of lower-case letters, digits, points and dashes, at most"
                            + " 40 of them. Correct payment.releasers.");
        }
    }

    /** SHA-256 of the certificate, in hexadecimal. */
    public String fingerprint() {
        return Fingerprint.of(certificate).hex();
    }

    public boolean hasTheKeyOf(X509Certificate other) {
        return certificate.getPublicKey().equals(other.getPublicKey());
    }

    @Override
    public String toString() {
        return person;
    }
}
