package be.zeef.endtoend.counter;

import static be.zeef.endtoend.counter.CounterContract.JSON;
import static be.zeef.endtoend.counter.CounterContract.isProblem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.zeef.sandbox.SandboxKeys;
import be.zeef.security.Keys;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whom and what the counter refuses: it says which fault it is, never a number, and asks nobody. */
class CounterRefusalsTest {

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
            {"{\"insz\":" + Long.parseLong(insz) + "}", "type"}, // JSON has no number that begins with a zero
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
                "a/b",
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
    void refusesACallerWhoseNameMayHideANumber() {
        Map<String, ?> caller =
                Map.of("name", "desk-78661200190", "certificate", "", "client", "x", "agreements", List.of());
        assertThatThrownBy(() -> house.settings(Map.of("callers", List.of(caller))))
                .isInstanceOf(be.zeef.settings.SettingsException.class)
                .hasMessageContaining("counter.callers")
                .hasMessageNotContaining("7866");
    }
}
