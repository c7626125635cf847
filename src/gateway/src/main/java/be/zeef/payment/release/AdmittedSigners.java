package be.zeef.payment.release;

import be.zeef.payment.PaymentRefusedException;
import be.zeef.security.Fingerprint;
import be.zeef.security.Keys;
import be.zeef.security.SigningKeys;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.Date;
import java.util.List;
import java.util.Optional;

/**
 * Whose signature counts: that of a pinned person, by a certificate that holds now and is made for signing, under a key that is strong,
 * theirs alone, and none of the gateway's.
 */
public final class AdmittedSigners {

    private final Releasers releasers;
    private final Keys keys;
    private final Clock clock;

    public AdmittedSigners(Releasers releasers, Keys keys, Clock clock) {
        this.releasers = releasers;
        this.keys = keys;
        this.clock = clock;
    }

    /** Why a pinned certificate counts for nothing. */
    public enum Fault {
        NOT_YET("is not valid yet. Use it from its first day on"),
        EXPIRED("has expired. Have it renewed, and pin the new one"),
        ISSUER("is an issuer's, not a person's. Pin the person's own"),
        NO_SIGNING("is not made for signing (key usage digitalSignature or nonRepudiation). Pin one that is"),
        WEAK("has a weak key. Use RSA from 2048 bits or an elliptic curve from 256 bits on"),
        SHARED("has a key that is pinned to somebody else too. Each person needs a key of their own"),
        GATEWAY("has a key of the gateway itself. Each person needs a key of their own");

        private final String text;

        Fault(String text) {
            this.text = text;
        }

        /** What is wrong and what to do, to follow "the certificate". */
        public String text() {
            return text;
        }
    }

    /** Everybody who is pinned, whether their certificate counts or not. */
    public List<Releaser> pinned() {
        return releasers.pinned();
    }

    /**
     * The person who signs with this certificate.
     *
     * @throws PaymentRefusedException when nobody is pinned to it, or it does not count now
     */
    public Releaser admitted(X509Certificate certificate) {
        List<Releaser> all = releasers.pinned();
        Releaser person = all.stream()
                .filter(each -> each.certificate().equals(certificate))
                .findFirst()
                .orElseThrow(() -> new PaymentRefusedException("Nobody may act on payments with the certificate "
                        + Fingerprint.of(certificate).hex()
                        + ": it is pinned to no person. Sign with the key of the one that is,"
                        + " or have it pinned (payment.releasers)."));
        fault(person, all).ifPresent(fault -> {
            throw new PaymentRefusedException("The certificate of " + person + " " + fault.text() + ".");
        });
        return person;
    }

    /** What is wrong with a pinned certificate now. */
    public Optional<Fault> fault(Releaser person) {
        return fault(person, releasers.pinned());
    }

    private Optional<Fault> fault(Releaser person, List<Releaser> all) {
        X509Certificate certificate = person.certificate();
        Date now = Date.from(clock.instant());
        if (now.before(certificate.getNotBefore())) {
            return Optional.of(Fault.NOT_YET);
        }
        if (now.after(certificate.getNotAfter())) {
            return Optional.of(Fault.EXPIRED);
        }
        if (certificate.getBasicConstraints() >= 0) {
            return Optional.of(Fault.ISSUER);
        }
        if (!SigningKeys.isForSigning(certificate)) {
            return Optional.of(Fault.NO_SIGNING);
        }
        if (!SigningKeys.isLongEnough(certificate.getPublicKey())) {
            return Optional.of(Fault.WEAK);
        }
        if (all.stream().anyMatch(other -> !other.person().equals(person.person()) && other.hasTheKeyOf(certificate))) {
            return Optional.of(Fault.SHARED);
        }
        // the gateway may be run by anybody who operates it, so what it can sign is nobody's word
        return keys.publicKeys().contains(certificate.getPublicKey()) ? Optional.of(Fault.GATEWAY) : Optional.empty();
    }
}
