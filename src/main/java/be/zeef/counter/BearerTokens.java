package be.zeef.counter;

import be.zeef.settings.CounterSettings;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.RemoteKeySourceException;
import com.nimbusds.jose.jwk.source.JWKSetUnavailableException;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import com.nimbusds.jwt.proc.JWTProcessor;
import java.text.ParseException;
import java.time.Clock;
import java.util.Arrays;
import java.util.Date;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Verifies bearer tokens (RFC 6750, RFC 9068): signature by one of the issuer's keys under an algorithm that the settings
 * allow, issuer, audience, {@code exp}, {@code nbf}. Thread-safe.
 */
final class BearerTokens {

    private final CounterSettings.Oidc settings;
    private final IssuerKeys keys;
    private final Clock clock;

    BearerTokens(CounterSettings.Oidc settings, IssuerKeys keys, Clock clock) {
        this.settings = settings;
        this.keys = keys;
        this.clock = clock;
    }

    /**
     * What a verified token says.
     *
     * @param client whom it was given to
     * @param clerk empty when it names none
     */
    record Claims(String client, Set<String> scopes, String clerk) {}

    /** @throws ProblemException 401 when the token does not hold, 503 when the issuer's keys cannot be had */
    Claims verify(String token) {
        try {
            return claims(processor().process(token, null));
        } catch (BadJOSEException | ParseException | IllegalArgumentException e) {
            throw ProblemException.of(401, "counter.token");
        } catch (JWKSetUnavailableException | RemoteKeySourceException e) {
            throw ProblemException.because(503, "counter.issuer", e);
        } catch (JOSEException e) {
            // a key that nobody knows, and asked for too often to ask again
            throw ProblemException.of(401, "counter.token");
        }
    }

    private JWTProcessor<SecurityContext> processor() {
        DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();
        processor.setJWSTypeVerifier(new DefaultJOSEObjectTypeVerifier<>(
                JOSEObjectType.JWT, new JOSEObjectType("at+jwt"), new JOSEObjectType("application/at+jwt"), null));
        Set<JWSAlgorithm> allowed =
                settings.algorithms().stream().map(JWSAlgorithm::parse).collect(Collectors.toSet());
        processor.setJWSKeySelector(new JWSVerificationKeySelector<>(allowed, keys.get()));
        DefaultJWTClaimsVerifier<SecurityContext> claims =
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
        processor.setJWTClaimsSetVerifier(claims);
        return processor;
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
