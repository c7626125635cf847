package be.zeef.trust;

import be.zeef.security.SigningKeys;
import be.zeef.validation.Finding;
import be.zeef.validation.Findings;
import be.zeef.validation.Location;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.cert.CertPathValidator;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateFactory;
import java.security.cert.CertificateNotYetValidException;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Whether what a person's certificate vouches for may count at a moment: it is valid then, an accepted issuer that is valid
 * too made it (RFC 5280 §6), it is meant for signatures, and its key is that person's alone. Revocation lists are not asked
 * for: who is to count no more is left out of the next trust file.
 */
final class PersonChecks {

    /** Places in a certificate's key usage, RFC 5280 §4.2.1.3. */
    static final int SIGNS_CERTIFICATES = 5;

    private final List<X509Certificate> issuers;
    private final Set<PublicKey> gateway;
    private final Instant now;

    /** @param gateway the gateway's own keys: a machine is nobody's second person */
    PersonChecks(List<X509Certificate> issuers, Set<PublicKey> gateway, Instant now) {
        this.issuers = issuers;
        this.gateway = gateway;
        this.now = now;
    }

    static boolean validAt(X509Certificate certificate, Instant moment) {
        return !moment.isBefore(certificate.getNotBefore().toInstant())
                && !moment.isAfter(certificate.getNotAfter().toInstant());
    }

    static boolean sameKey(X509Certificate one, X509Certificate other) {
        return Arrays.equals(
                one.getPublicKey().getEncoded(), other.getPublicKey().getEncoded());
    }

    void check(String name, X509Certificate certificate, Findings findings) {
        Location place = Location.path("/people/" + name);
        try {
            certificate.checkValidity(Date.from(now));
            chain(name, certificate, place, findings);
        } catch (CertificateNotYetValidException e) {
            findings.add(Finding.error("trusted.person-not-yet", place, name));
        } catch (CertificateExpiredException e) {
            findings.add(Finding.error("trusted.person-expired", place, name));
        }
        if (certificate.getBasicConstraints() >= 0 || !SigningKeys.isForSigning(certificate)) {
            findings.add(Finding.error("trusted.key-usage", place, name));
        }
        if (gateway.contains(certificate.getPublicKey())) {
            findings.add(Finding.error("trusted.gateway-key", place, name));
        }
    }

    private void chain(String name, X509Certificate certificate, Location place, Findings findings) {
        List<X509Certificate> valid =
                issuers.stream().filter(issuer -> validAt(issuer, now)).toList();
        if (issuedBy(valid, certificate)) {
            return;
        }
        String code = issuedBy(issuers, certificate) ? "trusted.issuer-expired" : "trusted.issuer";
        findings.add(Finding.error(code, place, name));
    }

    private boolean issuedBy(List<X509Certificate> accepted, X509Certificate certificate) {
        if (accepted.isEmpty()) {
            return false;
        }
        try {
            PKIXParameters how = new PKIXParameters(accepted.stream()
                    .map(issuer -> new TrustAnchor(issuer, null))
                    .collect(Collectors.toSet()));
            how.setRevocationEnabled(false);
            how.setDate(Date.from(now));
            CertPathValidator.getInstance("PKIX")
                    .validate(CertificateFactory.getInstance("X.509").generateCertPath(List.of(certificate)), how);
            return true;
        } catch (CertPathValidatorException e) {
            return false;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
