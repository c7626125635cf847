package be.zeef.counter;

import be.zeef.settings.CounterSettings;
import be.zeef.settings.SettingsException;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSetUnavailableException;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.jwt.proc.BadJWTException;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.text.ParseException;
import java.time.Clock;
import java.util.Arrays;
import java.util.Date;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Verifies bearer tokens (RFC 6750, RFC 9068): signature by one of the issuer's keys under an algorithm that the settings
 * allow, issuer, audience, {@code exp}, {@code nbf}. What needs no key is looked at first, so that the issuer is asked
 * for keys only for a token that would hold if it were signed. Keys that a token brings or points at are never looked at.
 * Thread-safe.
 */
final class BearerTokens {

    private final CounterSettings.Oidc settings;
    private final Set<JWSAlgorithm> allowed;
    private final DefaultJWTClaimsVerifier<SecurityContext> claims;
    private final DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();

    /** @throws SettingsException when an algorithm is allowed that needs no private key to sign */
    BearerTokens(CounterSettings.Oidc settings, JWKSource<SecurityContext> keys, Clock clock) {
        this.settings = settings;
        this.allowed = settings.algorithms().stream().map(JWSAlgorithm::parse).collect(Collectors.toSet());
        if (!JWSAlgorithm.Family.SIGNATURE.containsAll(allowed)) {
            throw new SettingsException(
                    "counter.oidc.algorithms names one that signs with no private key, so whoever verifies could sign too."
                            + " Name those of the issuer, such as RS256 or ES256.");
        }
        claims =
                new DefaultJWTClaimsVerifier<>(
                        settings.audience(),
                        new JWTClaimsSet.Builder().issuer(settings.issuer()).build(),
                        Set.of("exp")) {
                    @Override
                    protected Date currentTime() {
                        return Date.from(clock.instant());
                    }
                };
        claims.setMaxClockSkew((int) settings.skew().toSeconds());
        processor.setJWSTypeVerifier(new DefaultJOSEObjectTypeVerifier<>(
                JOSEObjectType.JWT, new JOSEObjectType("at+jwt"), new JOSEObjectType("application/at+jwt"), null));
        processor.setJWSKeySelector(new JWSVerificationKeySelector<>(allowed, keys));
        processor.setJWTClaimsSetVerifier(claims);
    }

    /**
     * What a verified token says.
     *
     * @param client whom it was given to
     * @param clerk empty when it names none
     */
    record Claims(String client, Set<String> scopes, String clerk) {}

    /**
     * @throws ProblemException 401 when the token does not hold, however often it comes; 503 when it would if it is signed, and
     *     there are no keys to tell
     */
    Claims verify(String token) {
        try {
            SignedJWT signed = SignedJWT.parse(token);
            if (!couldHold(signed)) {
                throw ProblemException.of(401, "counter.token");
            }
            return claims(processor.process(signed, null));
        } catch (JWKSetUnavailableException e) {
            throw ProblemException.because(503, "counter.issuer", e);
        } catch (ProblemException e) {
            throw e;
        } catch (BadJOSEException | JOSEException | ParseException | RuntimeException e) {
            // whatever makes its reader stumble is no token
            throw ProblemException.of(401, "counter.token");
        }
    }

    /** Whether it is one but for its signature; {@code crit} asks for what we do not do. */
    private boolean couldHold(SignedJWT token) throws ParseException, BadJWTException {
        claims.verify(token.getJWTClaimsSet(), null);
        return allowed.contains(token.getHeader().getAlgorithm())
                && token.getHeader().getCriticalParams() == null;
    }

    private Claims claims(JWTClaimsSet claims) throws ParseException {
        String client = Optional.ofNullable(claims.getStringClaim("azp"))
                .or(() -> text(claims, "client_id"))
                .orElse("");
        String scope = text(claims, "scope").orElse("");
        return new Claims(
                client,
                Arrays.stream(scope.split(" ")).filter(each -> !each.isEmpty()).collect(Collectors.toSet()),
                text(claims, settings.clerkClaim()).orElse(""));
    }

    private static Optional<String> text(JWTClaimsSet claims, String name) {
        return claims.getClaim(name) instanceof String value ? Optional.of(value) : Optional.empty();
    }
}
