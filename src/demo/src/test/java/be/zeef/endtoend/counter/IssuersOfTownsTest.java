package be.zeef.endtoend.counter;

import static org.assertj.core.api.Assertions.assertThat;

import be.zeef.app.Gateway;
import be.zeef.check.KeyCheck;
import be.zeef.counter.Counter;
import be.zeef.counter.token.TokenRefusals;
import be.zeef.sandbox.oidc.ClerkTokens;
import be.zeef.subject.Today;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.slf4j.LoggerFactory;

/**
 * Access tokens in the shape that the issuers of towns give them, signed by an issuer over HTTPS: whatever the claims are called
 * that name the client, what it may and the clerk, it is answered. A refusal is told to the operator by the name of the claim.
 */
class IssuersOfTownsTest {

    private static final String CLERK = "Zoë Van den Berghe-D'Hondt";

    @TempDir
    static Path folder;

    private static CounterHouse house;
    private static ClerkTokens tokens;
    private static String question;
    private static final Map<Issuer, Counter> counters = new EnumMap<>(Issuer.class);
    private static final List<Gateway> gateways = new ArrayList<>();
    private static final ListAppender<ILoggingEvent> log = new ListAppender<>();

    /** Whose token it is: what its header says it is, the settings for it, and its claims, but for time, issuer and audience. */
    enum Issuer {
        KEYCLOAK_REALM_ROLES(
                "JWT", "preferred_username", "realm_access.roles", Map.of("balie", List.of("gent-uitpas")), """
                {"jti":"onrtac:6c5d","sub":"e2f1","typ":"Bearer","azp":"demo-counter","sid":"b0c1","acr":"1",
                 "allowed-origins":["https://balie.stad.example"],
                 "realm_access":{"roles":["offline_access","uma_authorization","balie"]},
                 "resource_access":{"account":{"roles":["manage-account","view-profile"]}},
                 "scope":"openid email profile","email_verified":false,"name":"%1$s",
                 "preferred_username":"%1$s","email":"zoe@stad.example"}"""),
        KEYCLOAK_CLIENT_ROLES("JWT", "name", "resource_access.zeef.stad.example.roles", Map.of(), """
                {"jti":"onrtac:6c5e","sub":"e2f1","typ":"Bearer","azp":"demo-counter","acr":"1",
                 "realm_access":{"roles":["offline_access"]},
                 "resource_access":{"zeef.stad.example":{"roles":["ask:gent-uitpas"]},"account":{"roles":["view-profile"]}},
                 "scope":"openid profile","name":"%1$s","preferred_username":"zoe"}"""),
        KEYCLOAK_SCOPE("JWT", "preferred_username", "", Map.of(), """
                {"sub":"e2f1","typ":"Bearer","azp":"demo-counter","client_id":"demo-counter",
                 "scope":"openid ask:gent-uitpas profile","preferred_username":"%1$s"}"""),
        ENTRA_V2("JWT", "name", "roles", Map.of("Balie Medewerker", List.of("gent-uitpas")), """
                {"aio":"AWQAm","azp":"demo-counter","azpacr":"1","name":"%1$s","oid":"00aa","preferred_username":
                 "zoe@stad.example","rh":"0.AXAA","roles":["Balie Medewerker","Lezer"],"scp":"access_as_user","sid":"77",
                 "sub":"xK","tid":"aa11","uti":"q1","ver":"2.0"}"""),
        ENTRA_V1("JWT", "name", "", Map.of(), """
                {"acr":"1","aio":"E2ZgY","amr":["pwd","mfa"],"appid":"demo-counter","appidacr":"1","family_name":"Van den Berghe",
                 "given_name":"Zoë","ipaddr":"192.0.2.7","name":"%1$s","oid":"00aa","rh":"0.AXAA",
                 "scp":"User.Read ask:gent-uitpas","sub":"xK","tid":"aa11","unique_name":"zoe@stad.example",
                 "upn":"zoe@stad.example","uti":"q1","ver":"1.0"}"""),
        OKTA("", "sub", "", Map.of(), """
                {"ver":1,"jti":"AT.0mP4JKAZX","cid":"demo-counter","uid":"00uabc","scp":["openid","ask:gent-uitpas"],
                 "auth_time":1752652800,"sub":"%1$s"}"""),
        ACM_IDM_ONE_ROLE("at+jwt", "name", "zeef_rol_3d", Map.of("ZeefBalie:OVO002949", List.of("gent-uitpas")), """
                {"client_id":"demo-counter","sub":"5f1d","auth_time":1752652800,"idp":"oidc","scope":["openid","vo","zeef"],
                 "zeef_rol_3d":"ZeefBalie:OVO002949","vo_orgcode":"OVO002949","vo_doelgroepcode":"LB","name":"%1$s"}"""),
        ACM_IDM_ROLES("at+jwt", "name", "zeef_rol_3d", Map.of("ZeefBalie:OVO002949", List.of("gent-uitpas")), """
                {"client_id":"demo-counter","sub":"5f1d","scope":"openid vo zeef","name":"%1$s",
                 "zeef_rol_3d":["ZeefLezer:OVO002949","ZeefBalie:OVO002949"]}""");

        private final String type;
        private final String clerkClaim;
        private final String rolesClaim;
        private final Map<String, List<String>> roles;
        private final String claims;

        Issuer(String type, String clerkClaim, String rolesClaim, Map<String, List<String>> roles, String claims) {
            this.type = type;
            this.clerkClaim = clerkClaim;
            this.rolesClaim = rolesClaim;
            this.roles = roles;
            this.claims = claims;
        }

        Map<String, Object> oidc(String issuer) {
            return Map.of("issuer", issuer, "clerkClaim", clerkClaim, "rolesClaim", rolesClaim, "roles", roles);
        }

        Map<String, Object> claims(String clerk) throws Exception {
            Map<String, Object> usual = tokens.claims("nobody", "", "");
            Map<String, Object> all = new HashMap<>(
                    new ObjectMapper().readValue(claims.formatted(clerk), new TypeReference<Map<String, Object>>() {}));
            List.of("iss", "iat", "exp").forEach(name -> all.put(name, usual.get(name)));
            all.put("aud", List.of(usual.get("aud"), "account"));
            return all;
        }
    }

    @BeforeAll
    static void start() throws Exception {
        log.start();
        ((Logger) LoggerFactory.getLogger(TokenRefusals.class)).addAppender(log);
        house = new CounterHouse(folder, 200, Map.of());
        tokens = house.sandbox().oidc().tokens();
        question = CounterHouse.question(house.entitled().get(0));
    }

    @AfterAll
    static void stop() {
        ((Logger) LoggerFactory.getLogger(TokenRefusals.class)).detachAppender(log);
        counters.values().forEach(Counter::close);
        gateways.forEach(Gateway::close);
        house.close();
    }

    /** One counter an issuer, for a counter takes one issuer's tokens. */
    private static CounterClient client(Issuer issuer) throws Exception {
        if (!counters.containsKey(issuer)) {
            Object url = tokens.claims("", "", "").get("iss");
            gateways.add(new Gateway(house.settings(Map.of("oidc", issuer.oidc(url.toString()))), Today.wallClock()));
            counters.put(issuer, gateways.get(gateways.size() - 1).counter(KeyCheck::of));
        }
        return CounterClient.without(house.keys, counters.get(issuer).url());
    }

    private static HttpResponse<String> ask(Issuer issuer, Map<String, Object> claims) throws Exception {
        return client(issuer).askWith(tokens.sign(claims, issuer.type), question);
    }

    private static List<String> told() {
        return log.list.stream().map(ILoggingEvent::getFormattedMessage).toList();
    }

    @ParameterizedTest
    @EnumSource(Issuer.class)
    void isAnswered_andWrittenDownUnderTheClerk(Issuer issuer) throws Exception {
        String clerk = CLERK + " " + issuer.ordinal();
        HttpResponse<String> answer = ask(issuer, issuer.claims(clerk));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(house.ledger())
                .anyMatch(entry ->
                        entry.startsWith("ASKED ") && entry.contains("\"clerk\":\"demo-counter/" + clerk + "\""));
    }

    @Test
    void anotherRoleOrScopeIsNone_andTheOperatorIsToldWhereItWasLookedFor() throws Exception {
        refused(
                Issuer.KEYCLOAK_REALM_ROLES,
                "realm_access",
                Map.of("roles", List.of("lezer")),
                403,
                "not-allowed",
                "scope, scp, realm_access.roles");
        refused(Issuer.OKTA, "scp", List.of("openid"), 403, "not-allowed", "scope, scp");
        refused(Issuer.ENTRA_V2, "roles", "Balie", 403, "not-allowed", "scope, scp, roles");
    }

    @Test
    void anotherClientIsNone_andTwoAtOnceAreNone() throws Exception {
        refused(Issuer.OKTA, "cid", "other-app", 403, "unknown-caller", "azp, client_id, appid, cid");
        refused(Issuer.OKTA, "azp", "other-app", 401, "token", "azp, client_id, appid, cid");
        refused(Issuer.ENTRA_V1, "appid", 7, 401, "token", "azp, client_id, appid, cid");
    }

    @Test
    void aClerkThatCannotBeKeptIsNone() throws Exception {
        String claim = "the claim name (counter.oidc.clerkClaim)";
        for (Object clerk : List.of(
                "78661200190",
                "78.66.12-001.90",
                "An \u202Eeilrahc",
                "An\u0000",
                "An\nBert",
                "An\u00A0Bert",
                " An",
                "an/bert",
                "A".repeat(65))) {
            refused(Issuer.ENTRA_V2, "name", clerk, 403, "clerk-claim", claim);
        }
        refused(Issuer.ENTRA_V2, "name", List.of("An"), 403, "clerk-claim", claim);
    }

    @Test
    void aTokenThatDoesNotHoldIsToldByTheNameOfWhatIsWrong() throws Exception {
        refused(Issuer.ENTRA_V2, "iss", "https://login.example/other/v2.0", 401, "token", "its iss ");
        refused(Issuer.ENTRA_V2, "aud", "api://other", 401, "token", "its aud ");
        refused(Issuer.ENTRA_V2, "exp", 1_700_000_000L, 401, "token", "its exp ");
    }

    /** With this claim in the place of what the issuer says. */
    private static void refused(Issuer issuer, String claim, Object value, int status, String problem, String place)
            throws Exception {
        Map<String, Object> claims = issuer.claims(CLERK);
        claims.put(claim, value);

        HttpResponse<String> answer = ask(issuer, claims);

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.body())
                .contains("\"urn:zeef:problem:counter:" + problem + "\"")
                .doesNotContain("realm_access", "scp", "azp", "clerkClaim", "roles");
        assertThat(told()).anyMatch(line -> line.contains(place));
        assertThat(told()).noneMatch(line -> line.contains(value.toString()) || line.contains(CLERK));
    }
}
