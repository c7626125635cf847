package be.zeef.standing;

import java.security.cert.X509Certificate;
import java.util.Map;

/** Where an installation pins the data-protection officers of agreements to their certificates. */
@FunctionalInterface
public interface Officers {

    /** Whose signature counts now for this agreement: the certificate by name. Nobody, where that cannot be told. */
    Map<String, X509Certificate> of(String agreement);
}
