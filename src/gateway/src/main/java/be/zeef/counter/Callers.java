package be.zeef.counter;

import be.zeef.counter.token.TokenClaims;
import be.zeef.counter.token.TokenRefusals;
import be.zeef.ledger.Written;
import be.zeef.settings.CounterSettings;
import be.zeef.settings.SettingsException;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.security.auth.x500.X500Principal;

/**
 * Finds out who calls: by a bearer token, or else by the certificate shown in the TLS handshake. A token that was sent must
 * hold, whatever certificate is shown besides. Thread-safe.
 */
final class Callers {

    private static final Pattern BEARER = Pattern.compile("Bearer +([A-Za-z0-9._~+/=-]+)", Pattern.CASE_INSENSITIVE);

    private final List<CounterSettings.Caller> callers;
    private final BearerTokens tokens;
    private final TokenRefusals refusals;
    private final boolean takesTokens;
    private final Clock clock;

    /** @throws SettingsException when a caller has no name that can stand in the ledger */
    Callers(CounterSettings settings, BearerTokens tokens, TokenRefusals refusals, Clock clock) {
        this.refusals = refusals;
        if (settings.callers().stream().anyMatch(caller -> Written.faultOfName(caller.name(), "callers")
                .isPresent())) {
            throw new SettingsException(
                    "counter.callers has a name that cannot stand in the ledger: 1 to 64 signs, none of them"
                            + " a slash, with at most ten digits, since eleven may be somebody's number. Name the application.");
        }
        this.callers = settings.callers();
        this.takesTokens = !settings.oidc().issuer().isEmpty();
        this.tokens = tokens;
        this.clock = clock;
    }

    /**
     * @param authorization the header of that name, which may be blank and then proves nothing
     * @param certificate as TLS accepted it
     * @throws ProblemException 401 when nothing proves who it is, 403 when the settings do not know them
     */
    Asker find(Optional<String> authorization, Optional<X509Certificate> certificate) {
        if (authorization.isPresent()) {
            return byToken(authorization.get());
        }
        return byCertificate(certificate.orElseThrow(() -> ProblemException.of(401, "counter.nobody")));
    }

    private Asker byToken(String authorization) {
        Matcher bearer = BEARER.matcher(authorization);
        if (!takesTokens || !bearer.matches()) {
            throw ProblemException.of(401, "counter.token");
        }
        TokenClaims claims = tokens.verify(bearer.group(1));
        return callers.stream()
                .filter(caller -> !caller.client().isEmpty() && caller.client().equals(claims.client()))
                .findFirst()
                .map(caller -> Asker.byToken(caller, claims.rights(), claims.clerk()))
                .orElseThrow(() -> {
                    refusals.tell(TokenClaims.clientPlaces() + " name no client of counter.callers");
                    return ProblemException.of(403, "counter.unknown-caller");
                });
    }

    /** A connection may outlive the certificate it was opened with. */
    private Asker byCertificate(X509Certificate certificate) {
        try {
            certificate.checkValidity(Date.from(clock.instant()));
        } catch (CertificateException e) {
            throw ProblemException.of(401, "counter.nobody");
        }
        return callers.stream()
                .filter(caller -> !caller.certificate().isEmpty()
                        && new X500Principal(caller.certificate()).equals(certificate.getSubjectX500Principal()))
                .findFirst()
                .map(Asker::byCertificate)
                .orElseThrow(() -> ProblemException.of(403, "counter.unknown-caller"));
    }
}
