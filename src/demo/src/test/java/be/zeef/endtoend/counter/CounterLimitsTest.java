package be.zeef.endtoend.counter;

import static be.zeef.endtoend.counter.CounterContract.JSON;
import static be.zeef.endtoend.counter.CounterContract.holds;
import static be.zeef.endtoend.counter.CounterContract.isProblem;
import static org.assertj.core.api.Assertions.assertThat;

import be.zeef.app.Gateway;
import be.zeef.app.Inside;
import be.zeef.check.KeyCheck;
import be.zeef.counter.Counter;
import be.zeef.sandbox.SandboxKeys;
import be.zeef.subject.Today;
import be.zeef.testing.Await;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How often a caller may ask, and what the counter does when it cannot go on: no ledger, no question. */
class CounterLimitsTest {

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

    @BeforeAll
    static void start() throws Exception {
        house = new CounterHouse(folder, 200, Map.of("callers", CounterHouse.CALLERS));
        demo = house.asDemo();
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
    void refusesTooManyInAMinute_ofThisCallerOnly() throws Exception {
        try (Gateway gateway = new Gateway(
                        house.settings(Map.of("callers", CounterHouse.CALLERS, "perMinute", 3)), Today.wallClock());
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
    void asksNobody_andIsNotReady_whenTheLedgerIsDown() throws Exception {
        long calls = house.sandbox().soap().calls();
        try (Gateway gateway = new Gateway(house.settings(Map.of("callers", CounterHouse.CALLERS)), Today.wallClock());
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
        Gateway gateway = new Gateway(house.settings(Map.of("callers", CounterHouse.CALLERS)), Today.wallClock());
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
}
