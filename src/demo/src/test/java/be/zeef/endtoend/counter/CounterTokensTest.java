package be.zeef.endtoend.counter;

import static org.assertj.core.api.Assertions.assertThat;

import be.zeef.app.Gateway;
import be.zeef.check.KeyCheck;
import be.zeef.counter.Counter;
import be.zeef.sandbox.SandboxKeys;
import be.zeef.sandbox.oidc.ClerkTokens;
import be.zeef.subject.Today;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.nimbusds.jwt.PlainJWT;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** Callers with bearer tokens, from an OpenID provider over HTTPS. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
public class CounterTokensTest {

    private static final String SCOPE = "ask:gent-uitpas";

    @TempDir
    static Path folder;

    private static CounterHouse house;
    private static CounterClient client;
    private static ClerkTokens tokens;
    private static BadTokens bad;
    private static String question;

    @BeforeAll
    static void start() throws Exception {
        house = new CounterHouse(folder, 200, Map.of());
        client = house.withoutCertificate();
        tokens = house.sandbox().oidc().tokens();
        bad = new BadTokens(tokens, house.keys);
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
        for (String token : bad.all()) {
            refused(client.askWith(token, question), 401, "token");
        }
        refused(house.asDemo().askWith("x.y.z", question), 401, "token");
        assertThat(house.sandbox().soap().calls()).isEqualTo(calls);
        assertThat(client.askWith(tokens.sign(good()), question).statusCode())
                .as("the same unchanged")
                .isEqualTo(200);
    }

    /** All of them at once and again and again, from many connections. */
    @Test
    void aTokenThatDoesNotHoldIsRefusedHoweverOftenItIsSent_andTheOthersAreAnswered() throws Exception {
        List<String> all = bad.all();
        long calls = house.sandbox().soap().calls();
        int keysAsked = house.sandbox().oidc().keysAsked();
        Instant began = Instant.now();
        AtomicBoolean over = new AtomicBoolean();
        ExecutorService strangers = Executors.newFixedThreadPool(8);
        List<Future<Integer>> floods = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            CounterClient stranger = house.withoutCertificate();
            floods.add(strangers.submit(() -> {
                int sent = 0;
                while (!over.get() || sent < all.size()) {
                    refused(stranger.askWith(all.get(sent++ % all.size()), question), 401, "token");
                }
                return sent;
            }));
        }
        try {
            for (int i = 0; i < 10; i++) {
                assertThat(client.askWith(tokens.sign(good()), question).statusCode())
                        .isEqualTo(200);
            }
            assertThat(house.asDemo().ask(question).statusCode()).isEqualTo(200);
        } finally {
            over.set(true);
            strangers.shutdown();
        }
        for (Future<Integer> flood : floods) {
            assertThat(flood.get()).isGreaterThanOrEqualTo(all.size());
        }
        assertThat(house.sandbox().soap().calls()).as("11 questions").isBetween(calls + 11, calls + 44);
        long windows = Duration.between(began, Instant.now()).toSeconds() / 30;
        assertThat(house.sandbox().oidc().keysAsked() - keysAsked).isLessThanOrEqualTo((int) windows + 2);
    }

    /** What has no signature to check needs no issuer to be refused. */
    @Test
    void aTokenThatDoesNotHoldIsRefusedHoweverOftenItIsSent_alsoWhenTheIssuerCannotBeReached() throws Exception {
        Map<String, Object> oidc = new LinkedHashMap<>(Map.of("issuer", "https://127.0.0.1:1"));
        try (Gateway gateway = new Gateway(house.settings(Map.of("oidc", oidc)), Today.wallClock());
                Counter counter = gateway.counter(KeyCheck::of)) {
            CounterClient nobody = CounterClient.without(house.keys, counter.url());
            for (int i = 0; i < 30; i++) {
                refused(nobody.askWith("x.y.z", question), 401, "token");
                refused(nobody.askWith(tokens.sign(good()), question), 401, "token"); // of another issuer
                refused(nobody.askWith(new PlainJWT(BadTokens.set(good())).serialize(), question), 401, "token");
            }
            for (int i = 0; i < 5; i++) {
                HttpResponse<String> open =
                        nobody.askWith(tokens.sign(changed("iss", "https://127.0.0.1:1")), question);
                refused(open, 503, "issuer");
                assertThat(open.headers().firstValue("retry-after")).contains("10");
            }
            assertThat(CounterClient.showing(SandboxKeys.DEMO_CALLER, house.keys, counter.url())
                            .ask(question)
                            .statusCode())
                    .isEqualTo(200);
        }
    }

    @Test
    void aTokenThatWasSentMustHold_whateverElseIsShown() throws Exception {
        long calls = house.sandbox().soap().calls();
        CounterClient demo = house.asDemo();
        for (String authorization : List.of("", " ", "Basic ZGVtbzpkZW1v", "Bearer", "Bearer ", "bearer a b", "x")) {
            HttpResponse<String> response = demo.send(demo.question("gent-uitpas", question)
                    .header(CounterClient.CLERK, "clerk-7")
                    .header("Authorization", authorization));
            refused(response, 401, "token");
        }
        assertThat(house.sandbox().soap().calls()).isEqualTo(calls);
    }

    /** First, so that the counter of the other tests meets all keys at once. */
    @Test
    @Order(1)
    void fetchesANewKeyOnce_andDoesNotAskAtEveryUnknownOne() throws Exception {
        try (Gateway gateway = new Gateway(house.settings(Map.of()), Today.wallClock());
                Counter counter = gateway.counter(KeyCheck::of)) {
            CounterClient caller = CounterClient.without(house.keys, counter.url());
            assertThat(caller.askWith(tokens.sign(good()), question).statusCode())
                    .isEqualTo(200);
            int asked = house.sandbox().oidc().keysAsked();
            tokens.rotate();
            assertThat(caller.askWith(tokens.sign(good()), question).statusCode())
                    .as("a key that came after")
                    .isEqualTo(200);
            for (int i = 0; i < 10; i++) {
                refused(caller.askWith(bad.signedByIvago("no-such-key"), question), 401, "token");
            }
            assertThat(house.sandbox().oidc().keysAsked()).isBetween(asked + 1, asked + 2);
        }
    }

    private static Map<String, Object> good() {
        return tokens.claims("demo-counter", "clerk-7", SCOPE);
    }

    private static Map<String, Object> changed(String claim, Object value) {
        Map<String, Object> claims = new LinkedHashMap<>(good());
        claims.put(claim, value);
        return claims;
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
