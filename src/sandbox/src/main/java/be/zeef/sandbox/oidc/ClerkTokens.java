package be.zeef.sandbox.oidc;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.security.KeyPair;
import java.security.interfaces.RSAPublicKey;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Access tokens as RFC 9068 has them, signed with the newest of the provider's keys. Thread-safe. */
public final class ClerkTokens {

    static final Duration LIFE = Duration.ofMinutes(5);

    private final String issuer;
    private final String audience;
    private final Clock clock;
    private final List<RSAKey> keys = new ArrayList<>();

    ClerkTokens(String issuer, String audience, KeyPair key, Clock clock) {
        this.issuer = issuer;
        this.audience = audience;
        this.clock = clock;
        try {
            keys.add(new RSAKey.Builder((RSAPublicKey) key.getPublic())
                    .privateKey(key.getPrivate())
                    .keyUse(KeyUse.SIGNATURE)
                    .algorithm(JWSAlgorithm.RS256)
                    .keyIDFromThumbprint()
                    .build());
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The public keys. */
    synchronized JWKSet published() {
        return new JWKSet(List.<com.nimbusds.jose.jwk.JWK>copyOf(keys)).toPublicJWKSet();
    }

    /** Signs with a new key from now on; the older ones stay published. */
    public synchronized void rotate() {
        try {
            keys.add(new RSAKeyGenerator(2048)
                    .keyUse(KeyUse.SIGNATURE)
                    .algorithm(JWSAlgorithm.RS256)
                    .keyIDFromThumbprint(true)
                    .generate());
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * What a token for this client says, to be signed or to be changed first.
     *
     * @param clerk who is behind it; empty for a client that acts by itself
     */
    public Map<String, Object> claims(String client, String clerk, String scope) {
        Map<String, Object> claims = new LinkedHashMap<>();
        claims.put("iss", issuer);
        claims.put("aud", audience);
        claims.put("azp", client);
        claims.put("client_id", client);
        claims.put("sub", clerk.isEmpty() ? client : clerk);
        claims.put("scope", scope);
        claims.put("iat", Date.from(clock.instant()));
        claims.put("exp", Date.from(clock.instant().plus(LIFE)));
        claims.put("jti", UUID.randomUUID().toString());
        if (!clerk.isEmpty()) {
            claims.put("preferred_username", clerk);
        }
        return claims;
    }

    /** Signs whatever is claimed. */
    public String sign(Map<String, Object> claims) {
        return sign(claims, "at+jwt");
    }

    /** @param type what the token says that it is, its {@code typ}; empty where its issuer says nothing */
    public synchronized String sign(Map<String, Object> claims, String type) {
        try {
            RSAKey key = keys.get(keys.size() - 1);
            JWTClaimsSet.Builder set = new JWTClaimsSet.Builder();
            claims.forEach(set::claim);
            JWSHeader header = new JWSHeader.Builder(JWSAlgorithm.RS256)
                    .type(type.isEmpty() ? null : new JOSEObjectType(type))
                    .keyID(key.getKeyID())
                    .build();
            SignedJWT token = new SignedJWT(header, set.build());
            token.sign(new RSASSASigner(key));
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }
}
