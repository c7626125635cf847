package be.zeef.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.zeef.app.Gateway;
import be.zeef.app.Inside;
import be.zeef.check.KeyCheck;
import be.zeef.counter.Counter;
import be.zeef.sandbox.SandboxKeys;
import be.zeef.security.Keys;
import be.zeef.subject.Today;
import be.zeef.testing.Await;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The counter's API over HTTPS with client certificates, held against its contract. Tokens: {@link CounterTokensTest}. */
class CounterApiTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<Map<String, ?>> CALLERS = List.of(
            Map.of(
                    "name", "demo-counter",
                    "certificate", "O=Zeef Sandbox,CN=demo-counter",
                    "client", "demo-counter",
                    "agreements", List.of("gent-uitpas", "gent-huisvuilzakken")),
            Map.of(
                    "name", "other-desk",
                    "certificate", "O=Zeef Sandbox,CN=ivago",
                    "client", "",
                    "agreements", List.of("gent-huisvuilzakken")));

    private static final List<Map<String, ?>> CALLERS_OF_A_DAY = List.of(
            Map.of(
                    "name", "busy-desk",
                    "certificate", "O=Zeef Sandbox,CN=demo-counter",
                    "client", "",
                    "agreements", List.of("gent-uitpas")),
            Map.of(
                    "name", "quiet-desk",
                    "certificate", "O=Zeef Sandbox,CN=ivago",
                    "client", "",
                    "agreements", List.of("gent-uitpas")));

    @TempDir
    static Path folder;

    private static CounterHouse house;
    private static CounterClient demo;
    private static JsonNode contract;

    @BeforeAll
    static void start() throws Exception {
        house = new CounterHouse(folder, 200, Map.of("callers", CALLERS));
        demo = house.asDemo();
        contract =
                new YAMLMapper().readTree(Path.of("routes/counter.openapi.yaml").toFile());
    }

    @AfterAll
    static void stop() {
        house.close();
    }

    @AfterEach
    void behave() {
        house.sandbox().soap().behave();
    }

    @Test
    void answersYesNoAndNotDecidable_inOneShape() throws Exception {
        HttpResponse<String> yes =
                demo.ask(CounterHouse.question(house.entitled().get(0)));
        HttpResponse<String> no =
                demo.ask(CounterHouse.question(house.elsewhere().get(0)));
        house.sandbox().soap().answerWith(2, "60006", "FOUT", 100);
        HttpResponse<String> open =
                demo.ask(CounterHouse.question(house.entitled().get(0)));

        assertThat(JSON.readTree(yes.body())).isEqualTo(JSON.readTree("{\"answer\":\"yes\",\"until\":\"2027-04-30\"}"));
        assertThat(JSON.readTree(no.body())).isEqualTo(JSON.readTree("{\"answer\":\"no\",\"until\":null}"));
        assertThat(JSON.readTree(open.body()))
                .isEqualTo(JSON.readTree("{\"answer\":\"not-decidable\",\"until\":null}"));
        for (HttpResponse<String> answer : List.of(yes, no, open)) {
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).hasSize(64);
            assertThat(answer.headers().map()).isEqualTo(yes.headers().map());
            assertThat(answer.headers().firstValue("cache-control")).contains("no-store");
            holds("Answer", answer);
        }
    }

    @Test
    void grantsAYesAtUitpas_andTellsInOneShapeWhatBecameOfIt() throws Exception {
        Set<String> seen = new HashSet<>();
        for (String insz : house.entitled()) {
            HttpResponse<String> granted = grant(CounterHouse.question(insz));
            holds("Granted", granted);
            assertThat(granted.body()).hasSize(160);
            assertThat(JSON.readTree(granted.body()).get("answer").textValue()).isEqualTo("yes");
            seen.add(JSON.readTree(granted.body()).get("grant").textValue());
        }
        assertThat(seen).contains("granted").isSubsetOf("granted", "already", "not-possible");
        long writes = house.sandbox().uitpas().writes();

        HttpResponse<String> none =
                grant(CounterHouse.question(house.elsewhere().get(0)));

        holds("Granted", none);
        assertThat(none.body()).hasSize(160);
        assertThat(JSON.readTree(none.body()))
                .isEqualTo(JSON.readTree("{\"answer\":\"no\",\"until\":null,\"grant\":\"not-granted\",\"code\":\"\"}"));
        assertThat(house.sandbox().uitpas().writes()).isEqualTo(writes);
        String first = house.entitled().get(0);
        isProblem(grant("{\"insz\":\"" + first + "\",\"card\":\"12\"}"), 400, "card");
    }

    private static HttpResponse<String> grant(String body) throws Exception {
        return demo.send(demo.to("/api/v1/agreements/gent-uitpas/grants")
                .header("Content-Type", "application/json")
                .header(CounterClient.CLERK, "clerk-7")
                .POST(BodyPublishers.ofString(body)));
    }

    @Test
    void writesWhoAsks_beforeAnyoneIsAsked() throws Exception {
        String insz = house.entitled().get(0);
        demo.ask(CounterHouse.question(insz));
        List<String> entries = house.ledger();
        int asked = last(entries, "ASKED ");
        assertThat(entries.get(asked)).contains("\"clerk\":\"demo-counter/clerk-7\"");
        assertThat(last(entries, "CALL_INTENT ")).isGreaterThan(asked);
        assertThat(entries).noneMatch(entry -> entry.contains(insz));
    }

    @Test
    void refusesACallerThatMayNotAsk_andAsksNobody() throws Exception {
        String insz = house.entitled().get(0);
        long calls = house.sandbox().soap().calls();
        CounterClient other = CounterClient.showing("ivago", house.keys, house.counter.url());

        HttpResponse<String> refused = other.ask(CounterHouse.question(insz));

        isProblem(refused, 403, "not-allowed");
        assertThat(house.sandbox().soap().calls()).isEqualTo(calls);
        String entry = house.ledger().get(house.ledger().size() - 1);
        assertThat(entry)
                .startsWith("QUESTION_REFUSED ")
                .contains("\"caller\":\"other-desk\"", "\"clerk\":\"clerk-7\"")
                .doesNotContain(insz);
    }

    @Test
    void refusesWhoProvesNothing_orIsNotKnown() throws Exception {
        String question = CounterHouse.question(house.entitled().get(0));
        long calls = house.sandbox().soap().calls();
        isProblem(house.withoutCertificate().ask(question), 401, "nobody");
        isProblem(CounterClient.showing("oidc", house.keys, house.counter.url()).ask(question), 403, "unknown-caller");
        SandboxKeys foreign = SandboxKeys.in(folder.resolve("foreign"), Keys.in(folder.resolve("foreign-gateway")));
        CounterClient impostor =
                CounterClient.foreign(SandboxKeys.DEMO_CALLER, foreign, house.keys, house.counter.url());
        assertThatThrownBy(() -> impostor.ask(question))
                .as("the right subject from a wrong issuer")
                .isInstanceOf(IOException.class);
        assertThat(house.sandbox().soap().calls()).isEqualTo(calls);
    }

    @Test
    void namesTheFieldAndTheFault_neverTheNumber() throws Exception {
        String insz = house.entitled().get(0);
        String broken = insz.substring(0, 10) + (char) ('0' + (insz.charAt(10) - '0' + 1) % 10);
        long calls = house.sandbox().soap().calls();
        for (String[] wrong : new String[][] {
            {"", "json"},
            {"{\"insz\":\"" + insz + "\"", "json"},
            {"[\"" + insz + "\"]", "json"},
            {"{\"insz\":\"" + insz + "\",\"insz\":\"" + insz + "\"}", "json"},
            {"{\"insz\":\"" + insz + "\"} {}", "json"},
            {"{}", "missing"},
            {"{\"insz\":" + insz + "}", "type"},
            {"{\"insz\":\"" + insz + "\",\"" + insz + "\":1}", "unknown-field"},
            {"{\"insz\":\"" + insz + "\",\"on\":\"16/07/2026\"}", "day"},
            {"{\"insz\":\"" + insz + "\",\"on\":\"2026-02-30\"}", "day"},
            {"{\"insz\":\"" + insz + "\",\"on\":20260716}", "type"},
            {"{\"insz\":\"" + insz.substring(0, 10) + "\"}", "insz-shape"},
            {"{\"insz\":\"" + broken + "\"}", "insz-check-digits"},
            {"{\"insz\":\"00000100195\"}", "insz-real-number"},
        }) {
            HttpResponse<String> refused = demo.ask(wrong[0]);
            isProblem(refused, 400, wrong[1]);
            assertThat(refused.body()).doesNotContain(insz, broken, insz.substring(0, 10));
        }
        assertThat(JSON.readTree(demo.ask("{\"insz\":\"1\"}").body())
                        .get("pointer")
                        .textValue())
                .isEqualTo("/insz");
        assertThat(house.sandbox().soap().calls()).isEqualTo(calls);
    }

    @Test
    void speaksTheCallersLanguage() throws Exception {
        for (String[] language : new String[][] {
            {"nl-BE, en;q=0.5", "nl", "geen elf cijfers"},
            {"fr", "fr", "pas de onze chiffres"},
            {"de", "en", "not eleven digits"},
            {"*;;", "en", "not eleven digits"}
        }) {
            HttpResponse<String> refused = demo.send(demo.question("gent-uitpas", "{\"insz\":\"1\"}")
                    .header(CounterClient.CLERK, "clerk-7")
                    .header("Accept-Language", language[0]));
            assertThat(refused.headers().firstValue("content-language")).contains(language[1]);
            assertThat(refused.body()).contains(language[2]);
        }
    }

    @Test
    void wantsAClerk_whoIsNoNumber() throws Exception {
        String insz = house.entitled().get(0);
        String question = CounterHouse.question(insz);
        isProblem(demo.send(demo.question("gent-uitpas", question)), 400, "clerk-header");
        for (String clerk : List.of(
                insz,
                insz.substring(0, 6) + "-" + insz.substring(6, 9) + "." + insz.substring(9),
                "c" + insz.substring(0, 3) + "lerk" + insz.substring(3) + "x",
                new StringBuilder(insz).reverse().toString(),
                String.join("a", insz.split("")),
                "a b",
                "x".repeat(65))) {
            HttpResponse<String> refused =
                    demo.send(demo.question("gent-uitpas", question).header(CounterClient.CLERK, clerk));
            isProblem(refused, 400, "clerk-header");
            assertThat(refused.body()).doesNotContain(clerk);
        }
    }

    @Test
    void refusesWhatTheContractDoesNotKnow() throws Exception {
        String question = CounterHouse.question(house.entitled().get(0));
        isProblem(demo.send(named(demo.question("no-such", question))), 404, "agreement");
        isProblem(demo.send(named(demo.question("gent-huisvuilzakken", question))), 404, "agreement");
        String early = question.replace("2026", "2019");
        isProblem(demo.send(named(demo.question("gent-uitpas", early))), 404, "agreement");
        isProblem(demo.send(demo.to("/api/v1/other").GET()), 404, "path");
        HttpResponse<String> got =
                demo.send(demo.to("/api/v1/agreements/gent-uitpas/questions").GET());
        isProblem(got, 405, "method");
        assertThat(got.headers().firstValue("allow")).contains("POST");
        isProblem(demo.ask("{\"insz\":\"" + " ".repeat(5000) + "\"}"), 413, "too-large");
        isProblem(
                demo.send(named(demo.to("/api/v1/agreements/gent-uitpas/questions")
                        .header("Content-Type", "text/plain")
                        .POST(BodyPublishers.ofString(question)))),
                415,
                "media-type");
        isProblem(
                demo.send(named(demo.to("/api/v1/agreements/gent-uitpas/questions?agreement=x")
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(question)))),
                400,
                "query");
    }

    private static java.net.http.HttpRequest.Builder named(java.net.http.HttpRequest.Builder request) {
        return request.header(CounterClient.CLERK, "clerk-7");
    }

    @Test
    void refusesTooManyInAMinute_ofThisCallerOnly() throws Exception {
        try (Gateway gateway =
                        new Gateway(house.settings(Map.of("callers", CALLERS, "perMinute", 3)), Today.wallClock());
                Counter counter = gateway.counter(KeyCheck::of)) {
            CounterClient busy = CounterClient.showing(SandboxKeys.DEMO_CALLER, house.keys, counter.url());
            CounterClient other = CounterClient.showing("ivago", house.keys, counter.url());
            for (int i = 0; i < 3; i++) {
                isProblem(busy.ask("{}"), 400, "missing");
            }
            HttpResponse<String> refused = busy.ask("{}");
            isProblem(refused, 429, "too-many");
            assertThat(refused.headers().firstValue("retry-after")).contains("60");
            isProblem(other.ask("{}"), 403, "not-allowed");
        }
    }

    @Test
    void refusesTooManyInADay_ofThisCallerOnly_alsoAfterARestart_andWritesItDownOnce() throws Exception {
        String question = CounterHouse.question(house.entitled().get(0));
        Map<String, ?> own = Map.of("callers", CALLERS_OF_A_DAY, "perDay", 3);
        for (int start = 0; start < 2; start++) {
            try (Gateway gateway = new Gateway(house.settings(own), Today.wallClock());
                    Counter counter = gateway.counter(KeyCheck::of)) {
                CounterClient busy = CounterClient.showing(SandboxKeys.DEMO_CALLER, house.keys, counter.url());
                CounterClient other = CounterClient.showing("ivago", house.keys, counter.url());
                for (int i = 0; start == 0 && i < 3; i++) {
                    assertThat(busy.ask(i < 2 ? question : "{}").statusCode()).isEqualTo(i < 2 ? 200 : 400);
                }
                long calls = house.sandbox().soap().calls();
                for (int i = 0; i < 3; i++) {
                    HttpResponse<String> refused = busy.ask(question);
                    isProblem(refused, 429, "too-many-today");
                    long wait = Long.parseLong(
                            refused.headers().firstValue("retry-after").orElseThrow());
                    assertThat(wait).isBetween(1L, 25L * 3600);
                }
                assertThat(house.sandbox().soap().calls()).isEqualTo(calls);
                isProblem(other.ask("{}"), 400, "missing");
            }
        }
        assertThat(house.ledger())
                .filteredOn(entry -> entry.startsWith("QUESTION_REFUSED ")
                        && entry.contains("\"caller\":\"busy-desk\"")
                        && entry.contains("\"for\":\"day\""))
                .hasSize(1);
    }

    @Test
    void refusesACallerWhoseNameMayHideANumber() {
        Map<String, ?> caller =
                Map.of("name", "desk-78661200190", "certificate", "", "client", "x", "agreements", List.of());
        try (Gateway gateway = new Gateway(house.settings(Map.of("callers", List.of(caller))), Today.wallClock())) {
            assertThatThrownBy(() -> gateway.counter(KeyCheck::of))
                    .isInstanceOf(be.zeef.settings.SettingsException.class)
                    .hasMessageContaining("counter.callers")
                    .hasMessageNotContaining("7866");
        }
    }

    @Test
    void asksNobody_andIsNotReady_whenTheLedgerIsDown() throws Exception {
        long calls = house.sandbox().soap().calls();
        try (Gateway gateway = new Gateway(house.settings(Map.of("callers", CALLERS)), Today.wallClock());
                Counter counter = gateway.counter(KeyCheck::of)) {
            CounterClient client = CounterClient.showing(SandboxKeys.DEMO_CALLER, house.keys, counter.url());
            String question = CounterHouse.question(house.entitled().get(0));
            assertThat(client.ask(question).statusCode()).isEqualTo(200);
            assertThat(client.send(client.to("/health").GET()).statusCode()).isEqualTo(200);
            long before = house.sandbox().soap().calls();
            assertThat(before).isGreaterThan(calls);
            Inside.loseDatabase(gateway);

            isProblem(client.ask(question), 503, "no-ledger");

            assertThat(house.sandbox().soap().calls()).isEqualTo(before);
            Await.until(
                    "what it tells is at most half a second old",
                    () -> client.send(client.to("/health").GET()).statusCode() == 503);
            HttpResponse<String> health = client.send(client.to("/health").GET());
            holds("Health", health);
            assertThat(JSON.readTree(health.body()).at("/checks/ledger").textValue())
                    .isEqualTo("down");
        }
    }

    @Test
    void tellsItsHealth_toAnybody() throws Exception {
        CounterClient nobody = house.withoutCertificate();
        HttpResponse<String> health = nobody.send(nobody.to("/health").GET());
        assertThat(health.statusCode()).isEqualTo(200);
        assertThat(JSON.readTree(health.body()))
                .isEqualTo(JSON.readTree("{\"live\":true,\"ready\":true,\"checks\":{\"database\":\"up\","
                        + "\"ledger\":\"up\",\"routes\":\"up\",\"agreements\":\"up\",\"keys\":\"up\"}}"));
        holds("Health", health);
    }

    @Test
    void finishesTheQuestionsUnderWay_whenItIsStopped() throws Exception {
        Gateway gateway = new Gateway(house.settings(Map.of("callers", CALLERS)), Today.wallClock());
        Counter counter = gateway.counter(KeyCheck::of);
        CounterClient client = CounterClient.showing(SandboxKeys.DEMO_CALLER, house.keys, counter.url());
        house.sandbox().soap().delay("", Duration.ofMillis(800));
        long calls = house.sandbox().soap().calls();
        CompletableFuture<HttpResponse<String>> answer = CompletableFuture.supplyAsync(() -> {
            try {
                return client.ask(CounterHouse.question(house.entitled().get(0)));
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
        Await.until("the source has been asked", () -> house.sandbox().soap().calls() > calls);

        counter.close();
        gateway.close();

        assertThat(answer.get().statusCode()).isEqualTo(200);
        assertThat(answer.get().body()).contains("\"yes\"");
    }

    @Test
    void isRoutedAsItsContractSays() throws Exception {
        Set<String> promised = new HashSet<>();
        contract.get("paths").properties().forEach(path -> path.getValue()
                .fieldNames()
                .forEachRemaining(
                        method -> promised.add(method.toUpperCase(java.util.Locale.ROOT) + " " + path.getKey())));
        Set<String> routed = new HashSet<>();
        new YAMLMapper().readTree(Path.of("routes/counter.yaml").toFile()).forEach(route -> {
            JsonNode from = route.at("/route/from");
            routed.add(from.at("/parameters/httpMethodRestrict").textValue() + " "
                    + from.get("uri").textValue().replace("platform-http:", ""));
        });
        assertThat(routed).isEqualTo(promised);
    }

    @Test
    void keepsNumbersOutOfTheLog() throws Exception {
        String insz = house.entitled().get(0);
        house.sandbox().soap().answerWith(1, "99999", "FOUT", 100);
        demo.ask(CounterHouse.question(insz));
        Path log = Path.of("target/logs/zeef.log");
        assertThat(Files.exists(log) ? Files.readAllLines(log) : new ArrayList<String>())
                .noneMatch(line -> line.contains(insz));
    }

    private static int last(List<String> entries, String start) {
        for (int i = entries.size() - 1; i >= 0; i--) {
            if (entries.get(i).startsWith(start)) {
                return i;
            }
        }
        throw new AssertionError("no entry " + start);
    }

    private static void isProblem(HttpResponse<String> response, int status, String code) throws IOException {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        assertThat(response.headers().firstValue("content-type")).contains("application/problem+json");
        holds("Problem", response);
        JsonNode problem = JSON.readTree(response.body());
        assertThat(problem.get("status").intValue()).isEqualTo(status);
        assertThat(problem.get("type").textValue()).isEqualTo("urn:zeef:problem:counter:" + code);
        String documented = documented("questions", status) + documented("grants", status);
        assertThat(documented).as("the contract tells of it").contains("`" + code + "`");
    }

    private static String documented(String operation, int status) {
        return contract.at("/paths/~1api~1v1~1agreements~1{agreement}~1" + operation + "/post/responses/" + status
                        + "/description")
                .asText();
    }

    private static void holds(String schema, HttpResponse<String> response) throws IOException {
        assertThat(SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                        .getSchema(contract.at("/components/schemas/" + schema))
                        .validate(JSON.readTree(response.body())))
                .isEmpty();
    }
}
