package be.zeef.cli;

import static org.assertj.core.api.Assertions.assertThat;

import be.zeef.sandbox.oidc.Tokens;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Callers with bearer tokens, from an OpenID provider over HTTPS. */
class CounterTokensTest {

    private static final String SCOPE = "ask:gent-uitpas";

    @TempDir
    static Path folder;

    private static CounterHouse house;
    private static CounterClient client;
    private static Tokens tokens;
    private static String question;

    @BeforeAll
    static void start() throws Exception {
        house = new CounterHouse(folder, 200, Map.of());
        client = house.withoutCertificate();
        tokens = house.sandbox().oidc().tokens();
        question = CounterHouse.question(house.entitled().get(0));
    }

    @AfterAll
    static void stop() {
        house.close();
    }

    @Test
    void answersAClerkWithATokenFromTheProvider() throws Exception {
        HttpResponse<String> answer = client.askWith(fetched("password"), question);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.body()).hasSize(64).contains("\"yes\"");
        assertThat(house.ledger())
                .anyMatch(entry -> entry.startsWith("ASKED ") && entry.contains("\"clerk\":\"demo-counter/clerk-7\""));
    }

    @Test
    void refusesATokenThatNamesNoClerk() throws Exception {
        long calls = house.sandbox().soap().calls();
        refused(client.askWith(fetched("client_credentials"), question), 403, "clerk-claim");
        refused(
                client.askWith(tokens.sign(tokens.claims("demo-counter", "78661200190", SCOPE)), question),
                403,
                "clerk-claim");
        assertThat(house.sandbox().soap().calls()).isEqualTo(calls);
    }

    @Test
    void refusesAnAgreementThatTheTokenDoesNotName() throws Exception {
        refused(
                client.askWith(tokens.sign(tokens.claims("demo-counter", "clerk-7", "ask:other")), question),
                403,
                "not-allowed");
        refused(
                client.askWith(tokens.sign(tokens.claims("other-client", "clerk-7", SCOPE)), question),
                403,
                "unknown-caller");
    }

    @Test
    void refusesATokenThatDoesNotHold() throws Exception {
        long calls = house.sandbox().soap().calls();
        Date past = Date.from(Instant.now().minusSeconds(60));
        Date future = Date.from(Instant.now().plusSeconds(60));
        for (String token : List.of(
                tokens.sign(changed("exp", past)),
                tokens.sign(without("exp")),
                tokens.sign(changed("nbf", future)),
                tokens.sign(changed("aud", "somebody-else")),
                tokens.sign(without("aud")),
                tokens.sign(changed("iss", "https://127.0.0.1:1")),
                new PlainJWT(set(good())).serialize(),
                signedWithThePublicKeyAsSecret(),
                signedByAnotherKeyUnderTheSameName(),
                "x.y.z")) {
            refused(client.askWith(token, question), 401, "token");
        }
        CounterClient demo = house.asDemo();
        refused(demo.askWith(tokens.sign(changed("exp", past)), question), 401, "token");
        assertThat(house.sandbox().soap().calls()).isEqualTo(calls);
        assertThat(client.askWith(tokens.sign(good()), question).statusCode())
                .as("the same unchanged")
                .isEqualTo(200);
    }

    @Test
    void fetchesANewKeyOnce_andDoesNotAskAtEveryUnknownOne() throws Exception {
        assertThat(client.askWith(tokens.sign(good()), question).statusCode()).isEqualTo(200);
        int asked = house.sandbox().oidc().keysAsked();
        tokens.rotate();
        assertThat(client.askWith(tokens.sign(good()), question).statusCode())
                .as("a key that came after")
                .isEqualTo(200);
        for (int i = 0; i < 10; i++) {
            refused(client.askWith(signedByAKeyThatNobodyKnows(), question), 401, "token");
        }
        assertThat(house.sandbox().oidc().keysAsked()).isBetween(asked + 1, asked + 2);
    }

    private static Map<String, Object> good() {
        return tokens.claims("demo-counter", "clerk-7", SCOPE);
    }

    private static Map<String, Object> changed(String claim, Object value) {
        Map<String, Object> claims = new LinkedHashMap<>(good());
        claims.put(claim, value);
        return claims;
    }

    private static Map<String, Object> without(String claim) {
        Map<String, Object> claims = new LinkedHashMap<>(good());
        claims.remove(claim);
        return claims;
    }

    private static JWTClaimsSet set(Map<String, Object> claims) {
        JWTClaimsSet.Builder set = new JWTClaimsSet.Builder();
        claims.forEach(set::claim);
        return set.build();
    }

    private static String kid() throws Exception {
        return SignedJWT.parse(tokens.sign(good())).getHeader().getKeyID();
    }

    private static String signedWithThePublicKeyAsSecret() throws Exception {
        byte[] known = house.keys.certificate("oidc").getPublicKey().getEncoded();
        SignedJWT token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.HS256).keyID(kid()).build(), set(good()));
        token.sign(new MACSigner(known));
        return token.serialize();
    }

    private static String signedByAnotherKeyUnderTheSameName() throws Exception {
        return signedByIvago(kid());
    }

    private static String signedByAKeyThatNobodyKnows() throws Exception {
        return signedByIvago("no-such-key");
    }

    private static String signedByIvago(String kid) throws Exception {
        SignedJWT token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(kid).build(), set(good()));
        token.sign(new RSASSASigner(house.keys.entry("ivago").getPrivateKey()));
        return token.serialize();
    }

    private static String fetched(String grant) throws Exception {
        Properties passwords = new Properties();
        try (var in = Files.newInputStream(folder.resolve("keys/passwords.properties"))) {
            passwords.load(in);
        }
        String form = "grant_type=" + grant + "&client_id=demo-counter&client_secret="
                + passwords.getProperty("oidc-demo-counter") + "&username=clerk-7&password="
                + passwords.getProperty("oidc-clerk-7") + "&scope=" + SCOPE;
        HttpResponse<String> given = client.send(
                HttpRequest.newBuilder(URI.create(house.sandbox().oidc().issuer() + "/token"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(form)));
        assertThat(given.statusCode()).isEqualTo(200);
        return new ObjectMapper().readTree(given.body()).get("access_token").textValue();
    }

    private static void refused(HttpResponse<String> response, int status, String code) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        assertThat(response.body()).contains("\"urn:zeef:problem:counter:" + code + "\"");
        if (status == 401) {
            assertThat(response.headers().firstValue("www-authenticate")).contains("Bearer realm=\"zeef\"");
        }
    }
}
