package be.zeef.counter;

import be.zeef.counter.token.TokenClaims;
import be.zeef.counter.token.TokenRefusals;
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
import java.util.Date;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Verifies bearer tokens (RFC 6750, RFC 9068): signature by one of the issuer's keys under an algorithm that the settings
 * allow, issuer, audience, {@code exp}, {@code nbf}. What needs no key is looked at first, so that the issuer is asked
 * for keys only for a token that would hold if it were signed. Keys that a token brings or points at are never looked at.
 * Why a token is refused is told to the operator, never to who sent it. Thread-safe.
 */
final class BearerTokens {

    private final CounterSettings.Oidc settings;
    private final TokenRefusals refusals;
    private final Set<JWSAlgorithm> allowed;
    private final DefaultJWTClaimsVerifier<SecurityContext> claims;
    private final DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();

    /** @throws SettingsException when an algorithm is allowed that needs no private key to sign */
    BearerTokens(CounterSettings.Oidc settings, JWKSource<SecurityContext> keys, Clock clock, TokenRefusals refusals) {
        this.refusals = refusals;
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
     * @throws ProblemException 401 when the token does not hold, however often it comes; 503 when it would if it is signed, and
     *     there are no keys to tell
     */
    TokenClaims verify(String token) {
        String why = "it is no signed token (JWS)";
        try {
            SignedJWT signed = SignedJWT.parse(token);
            why = fault(signed);
            if (why.isEmpty()) {
                why = "no key of the issuer signed it, or its typ is not one of an access token";
                JWTClaimsSet verified = processor.process(signed, null);
                return TokenClaims.read(verified.getClaims(), settings);
            }
        } catch (JWKSetUnavailableException e) {
            throw ProblemException.because(503, "counter.issuer", e);
        } catch (TokenClaims.ContradictionException e) {
            why = e.getMessage();
        } catch (BadJOSEException | JOSEException | ParseException | RuntimeException e) {
            // whatever makes its reader stumble is no token; its text may quote the token
        }
        refusals.tell(why);
        throw ProblemException.of(401, "counter.token");
    }

    /** Why it is none whoever signed it, by the name of the claim or header; empty when it is one but for its signature. */
    private String fault(SignedJWT token) throws ParseException {
        JWTClaimsSet set = token.getJWTClaimsSet();
        if (!settings.issuer().equals(set.getIssuer())) {
            return "its iss is not counter.oidc.issuer, to the letter";
        }
        if (!set.getAudience().contains(settings.audience())) {
            return "its aud does not hold counter.oidc.audience";
        }
        if (!allowed.contains(token.getHeader().getAlgorithm())) {
            return "its alg is none of counter.oidc.algorithms";
        }
        if (token.getHeader().getCriticalParams() != null) {
            return "its crit asks for what is not done here";
        }
        try {
            claims.verify(set, null);
            return "";
        } catch (BadJWTException e) {
            return "its exp is missing or past, or its nbf is still to come (counter.oidc.skew)";
        }
    }
}
