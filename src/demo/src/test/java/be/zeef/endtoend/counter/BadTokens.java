package be.zeef.endtoend.counter;

import be.zeef.sandbox.SandboxKeys;
import be.zeef.sandbox.oidc.ClerkTokens;
import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSAEncrypter;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.EncryptedJWT;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Tokens that do not hold, each for one reason. */
final class BadTokens {

    private final ClerkTokens tokens;
    private final SandboxKeys keys;

    BadTokens(ClerkTokens tokens, SandboxKeys keys) {
        this.tokens = tokens;
        this.keys = keys;
    }

    private Map<String, Object> good() {
        return tokens.claims("demo-counter", "clerk-7", "ask:gent-uitpas");
    }

    private Map<String, Object> with(String claim, Object value) {
        Map<String, Object> claims = new LinkedHashMap<>(good());
        claims.put(claim, value);
        return claims;
    }

    private Map<String, Object> without(String claim) {
        Map<String, Object> claims = new LinkedHashMap<>(good());
        claims.remove(claim);
        return claims;
    }

    List<String> all() throws Exception {
        RSAKey own = new RSAKeyGenerator(2048).keyID("own").generate();
        URI place = URI.create("https://127.0.0.1:1/keys");
        JWSHeader.Builder rs256 = new JWSHeader.Builder(JWSAlgorithm.RS256);
        String sound = tokens.sign(good());
        String[] parts = sound.split("\\.");
        List<String> bad = new ArrayList<>(List.of(
                "x",
                "x.y.z",
                "..",
                parts[0] + "." + parts[1] + ".",
                parts[0] + "." + parts[1],
                sound + "A",
                parts[0] + "." + parts[1].substring(1) + "." + parts[2],
                parts[0] + "." + parts[1] + "." + new StringBuilder(parts[2]).reverse(),
                new PlainJWT(set(good())).serialize(),
                tokens.sign(with("exp", Date.from(Instant.now().minusSeconds(60)))),
                tokens.sign(without("exp")),
                tokens.sign(with("nbf", Date.from(Instant.now().plusSeconds(60)))),
                tokens.sign(with("aud", "somebody-else")),
                tokens.sign(without("aud")),
                tokens.sign(with("iss", "https://127.0.0.1:1")),
                signedWithThePublicKeyAsSecret(),
                signedByAnotherKeyUnderTheSameName(),
                signed(rs256.keyID("own").jwkURL(place).build(), own),
                signed(rs256.keyID("own").x509CertURL(place).build(), own),
                signed(rs256.keyID("own").jwk(own.toPublicJWK()).build(), own),
                signed(rs256.keyID(kid()).jwk(own.toPublicJWK()).build(), own),
                signed(new JWSHeader.Builder(JWSAlgorithm.RS256).build(), own),
                signed(new JWSHeader.Builder(JWSAlgorithm.PS512).keyID(kid()).build(), own),
                signed(
                        new JWSHeader.Builder(JWSAlgorithm.RS256)
                                .keyID(kid())
                                .criticalParams(Set.of("x"))
                                .customParam("x", 1)
                                .build(),
                        own),
                signed(
                        new JWSHeader.Builder(JWSAlgorithm.RS256)
                                .keyID(kid())
                                .type(new JOSEObjectType("dpop+jwt"))
                                .build(),
                        own),
                encrypted(own),
                base64("{\"alg\":\"RS256\",\"alg\":\"none\"}") + "." + parts[1] + "." + parts[2],
                base64("[".repeat(3000)) + "." + parts[1] + "." + parts[2],
                parts[0] + "." + base64("{\"a\":".repeat(2000)) + "." + parts[2],
                parts[0] + "." + base64("{\"exp\":1e999999999}") + "." + parts[2],
                "A".repeat(12_000) + "." + parts[1] + "." + parts[2]));
        for (int i = 0; i < 10; i++) {
            bad.add(signed(rs256.keyID("nobody-" + i).build(), own));
        }
        return bad;
    }

    private static String base64(String text) {
        return Base64URL.encode(text).toString();
    }

    private String signed(JWSHeader header, RSAKey key) throws Exception {
        SignedJWT token = new SignedJWT(header, set(good()));
        token.sign(new RSASSASigner(key));
        return token.serialize();
    }

    private String encrypted(RSAKey key) throws Exception {
        EncryptedJWT token = new EncryptedJWT(
                new JWEHeader.Builder(JWEAlgorithm.RSA_OAEP_256, EncryptionMethod.A256GCM)
                        .contentType("JWT")
                        .build(),
                set(good()));
        token.encrypt(new RSAEncrypter(key.toRSAPublicKey()));
        return token.serialize();
    }

    String kid() throws Exception {
        return SignedJWT.parse(tokens.sign(good())).getHeader().getKeyID();
    }

    String signedWithThePublicKeyAsSecret() throws Exception {
        byte[] known = keys.certificate("oidc").getPublicKey().getEncoded();
        SignedJWT token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.HS256).keyID(kid()).build(), set(good()));
        token.sign(new MACSigner(known));
        return token.serialize();
    }

    private String signedByAnotherKeyUnderTheSameName() throws Exception {
        return signedByIvago(kid());
    }

    String signedByIvago(String kid) throws Exception {
        SignedJWT token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(kid).build(), set(good()));
        token.sign(new RSASSASigner(keys.entry("ivago").getPrivateKey()));
        return token.serialize();
    }

    static JWTClaimsSet set(Map<String, Object> claims) {
        JWTClaimsSet.Builder set = new JWTClaimsSet.Builder();
        claims.forEach(set::claim);
        return set.build();
    }
}
