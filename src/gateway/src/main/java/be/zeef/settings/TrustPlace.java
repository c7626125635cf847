package be.zeef.settings;

import java.nio.file.Path;
import java.util.Map;

/**
 * Who says whose signatures count, when the profile is production.
 *
 * @param file the signed file that names people; it lies outside the folder that agreements are edited in
 * @param fingerprint SHA-256 of its signer's certificate, named at start ({@code --trust-fingerprint} or the environment's
 *     {@code ZEEF_TRUST_FINGERPRINT}) and never in a settings file; empty when nobody named it
 * @param officers in the sandbox, who may suspend, resume and revoke agreements: the file of a certificate by name
 */
public record TrustPlace(Path file, String fingerprint, Map<String, Path> officers) {

    public TrustPlace {
        officers = Map.copyOf(officers);
    }
}
