package be.zeef.cli;

import static org.assertj.core.api.Assertions.assertThat;

import be.zeef.sandbox.SandboxKeys;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The counter reads every request in one way, over real TLS sockets: what two programs could cut into requests differently is
 * answered 400 and ends the connection, and nothing that stands behind it is ever a request.
 */
class CounterDoorTest {

    private static final String PATH = "/api/v1/agreements/gent-uitpas/questions";
    private static final String HERE = "127.0.0.1";

    @TempDir
    static Path folder;

    private static CounterHouse house;
    private static String body;

    @BeforeAll
    static void start() throws Exception {
        house = new CounterHouse(folder, 200, Map.of());
        body = CounterHouse.question(house.entitled().get(0));
    }

    @AfterAll
    static void stop() {
        house.close();
    }

    private static RawCaller demo() throws Exception {
        return RawCaller.showing(SandboxKeys.DEMO_CALLER, house.keys, house.counter.url(), HERE);
    }

    private static String head(String... more) {
        return "POST " + PATH + " HTTP/1.1\r\nHost: " + HERE
                + "\r\nContent-Type: application/json\r\nZeef-Clerk: clerk-7\r\n"
                + Stream.of(more).map(line -> line + "\r\n").reduce("", String::concat) + "\r\n";
    }

    private static String question() {
        return head("Content-Length: " + body.length()) + body;
    }

    private static String chunk(String text) {
        return Integer.toHexString(text.length()) + "\r\n" + text + "\r\n";
    }

    static Stream<String> ambiguous() {
        String length = "Content-Length: 94";
        String chunked = "Transfer-Encoding: chunked";
        return Stream.of(
                        new String[] {length, chunked},
                        new String[] {chunked, length},
                        new String[] {"Content-Length: 5", chunked},
                        new String[] {length, "Content-Length: 94"},
                        new String[] {length, "Content-Length: 5"},
                        new String[] {"Content-Length: 94, 94"},
                        new String[] {"Content-Length: +94"},
                        new String[] {"Content-Length: 0x5e"},
                        new String[] {"Content-Length: -1"},
                        new String[] {"Content-Length: "},
                        new String[] {"Content-Length: 99999999999999999999"},
                        new String[] {"Content-Length : 94"},
                        new String[] {" Content-Length: 94"},
                        new String[] {"X: y", " Content-Length: 94"},
                        new String[] {"X: y", "\tfolded", length},
                        new String[] {"Transfer-Encoding: xchunked"},
                        new String[] {"Transfer-Encoding: chunked, identity"},
                        new String[] {"Transfer-Encoding: identity"},
                        new String[] {"Transfer-Encoding: gzip, chunked"},
                        new String[] {"Transfer-Encoding: \"chunked\""},
                        new String[] {"Transfer-Encoding:\u000bchunked"},
                        new String[] {chunked, chunked},
                        new String[] {"Transfer-Encoding : chunked"},
                        new String[] {"X: a\nTransfer-Encoding: chunked"},
                        new String[] {"X: a\rTransfer-Encoding: chunked"},
                        new String[] {"X: a\u0000b", length},
                        new String[] {"X\u0000: a", length},
                        new String[] {": a", length},
                        new String[] {"no colon", length},
                        new String[] {"Host: other.example", length},
                        new String[] {"Content-Type: text/plain", length},
                        new String[] {"Zeef-Clerk: clerk-8", length},
                        new String[] {"Authorization: Bearer a", "Authorization: Bearer b", length},
                        new String[] {
                            "Upgrade: h2c", "Connection: Upgrade, HTTP2-Settings", "HTTP2-Settings: AAMAAABk", length
                        },
                        new String[] {"Upgrade: websocket", "Connection: Upgrade", length},
                        new String[] {"Sec-WebSocket-Key1: 1", "Sec-WebSocket-Key2: 2"},
                        new String[] {"Expect: 200-ok", length})
                .map(CounterDoorTest::head);
    }

    static Stream<String> malformed() {
        String rest = "Content-Type: application/json\r\nZeef-Clerk: clerk-7\r\nContent-Length: 94\r\n\r\n";
        String host = "Host: 127.0.0.1\r\n";
        return Stream.of(
                "POST " + PATH + " HTTP/1.1\r\n" + rest, // no host
                "POST " + PATH + " HTTP/1.0\r\n" + host + "Transfer-Encoding: chunked\r\n\r\n",
                "POST " + PATH + " HTTP/1.1\n" + host + rest,
                "POST " + PATH + " HTTP/2.0\r\n" + host + rest,
                "POST " + PATH + "\r\n" + host + rest,
                "POST  " + PATH + " HTTP/1.1\r\n" + host + rest,
                "POST " + PATH + "\tHTTP/1.1\r\n" + host + rest,
                "POST " + PATH + " x HTTP/1.1\r\n" + host + rest,
                "post " + PATH + " HTTP/1.1\r\n" + host + rest,
                "POST https://other.example" + PATH + " HTTP/1.1\r\n" + host + rest,
                "POST * HTTP/1.1\r\n" + host + rest,
                "CONNECT 127.0.0.1:22 HTTP/1.1\r\n" + host + rest,
                "\r\n\r\nPOST " + PATH + " HTTP/1.1\r\n" + host + rest,
                "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
                "POST " + PATH + " HTTP/1.1\r\nHost: a b\r\n" + rest,
                "POST " + PATH + " HTTP/1.1\r\nHost: user@other.example\r\n" + rest,
                "\u0000POST " + PATH + " HTTP/1.1\r\n" + host + rest);
    }

    @ParameterizedTest
    @MethodSource({"ambiguous", "malformed"})
    void whatCouldBeReadInTwoWaysEndsTheConnection(String request) throws Exception {
        long asked = asked();
        try (RawCaller caller = demo()) {
            // behind it, in a body or not, stands what must never be read as a request
            caller.send(request + "0\r\n\r\n" + question());
            RawCaller.Answer answer = caller.read();
            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.body()).contains("urn:zeef:problem:counter:http");
            assertThat(caller.rest()).as("nothing more is answered").isEmpty();
        }
        assertThat(asked()).isEqualTo(asked);
    }

    @ParameterizedTest
    @MethodSource
    void aBodyInChunksThatCouldBeReadInTwoWaysEndsTheConnection(String chunks) throws Exception {
        long asked = asked();
        try (RawCaller caller = demo()) {
            caller.send(head("Transfer-Encoding: chunked") + chunks + question());
            assertThat(caller.rest()).doesNotContain("\"answer\"");
        }
        assertThat(asked()).isEqualTo(asked);
    }

    static Stream<String> aBodyInChunksThatCouldBeReadInTwoWaysEndsTheConnection() {
        return Stream.of(
                "5;ext=1\r\n{\"a\":\r\n0\r\n\r\n",
                "5 \r\n{\"a\":\r\n0\r\n\r\n",
                " 5\r\n{\"a\":\r\n0\r\n\r\n",
                "5\n{\"a\":\r\n0\r\n\r\n",
                "5\r\n{\"a\":\n0\r\n\r\n",
                "5\r\n{\"a\":0\r\n\r\n",
                "0x5\r\n{\"a\":\r\n0\r\n\r\n",
                "+5\r\n{\"a\":\r\n0\r\n\r\n",
                "-5\r\n{\"a\":\r\n0\r\n\r\n",
                "\r\n{\"a\":\r\n0\r\n\r\n",
                "ffffffffffffffff5\r\n{\"a\":\r\n0\r\n\r\n",
                "100000000\r\n{\"a\":\r\n0\r\n\r\n",
                "0\r\nX: trailer\r\n\r\n",
                "0\r\nContent-Length: 94\r\n\r\n",
                "0\n\n",
                "g\r\n");
    }

    @Test
    void readsWhatEveryClientSends() throws Exception {
        try (RawCaller caller = demo()) {
            assertYes(caller.send(question()));
            assertYes(caller.send("\r\n" + question()));
            assertYes(caller.send(head("Transfer-Encoding: Chunked") + chunk(body.substring(0, 7))
                    + chunk(body.substring(7)) + "0\r\n\r\n"));
            caller.send(head("Expect: 100-continue", "Content-Length: " + body.length()));
            assertThat(caller.read().status()).isEqualTo(100);
            assertYes(caller.send(body));
            for (char each : question().toCharArray()) {
                caller.send(String.valueOf(each));
            }
            assertYes(caller);
        }
    }

    @Test
    void answersWhatWasSentAheadInItsTurn() throws Exception {
        try (RawCaller caller = demo()) {
            caller.send(
                    question() + "GET /health HTTP/1.1\r\nHost: a\r\n\r\n" + question() + head("Content-Length: x"));
            assertYes(caller);
            assertThat(caller.read().body()).contains("\"live\":true");
            assertYes(caller);
            assertThat(caller.read().status()).isEqualTo(400);
            assertThat(caller.rest()).isEmpty();
        }
    }

    @Test
    void doesNotTakeMoreAheadThanItAnswers() throws Exception {
        try (RawCaller caller = demo()) {
            house.sandbox().soap().delay("", java.time.Duration.ofSeconds(1));
            caller.send(question());
            try {
                for (int i = 0; i < 4000; i++) {
                    caller.send("GET /health HTTP/1.1\r\nHost: a\r\n\r\n");
                }
            } catch (java.io.IOException e) {
                // closed in the middle
            }
            assertThat(caller.rest()).doesNotContain("\"live\"");
        } finally {
            house.sandbox().soap().behave();
        }
    }

    @Test
    void answersTheOldVersionOnce() throws Exception {
        try (RawCaller caller = demo()) {
            caller.send("GET /health HTTP/1.0\r\n\r\n");
            assertThat(caller.read().status()).isEqualTo(200);
            assertThat(caller.rest()).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource
    void aPathIsWhatItSays(String path) throws Exception {
        try (RawCaller caller = demo()) {
            caller.send(question().replace(PATH, path));
            RawCaller.Answer answer = caller.read();
            assertThat(answer.status()).isEqualTo(404);
            assertThat(answer.body()).containsPattern("urn:zeef:problem:counter:(path|agreement)");
        }
    }

    static Stream<String> aPathIsWhatItSays() {
        return Stream.of(
                "/x/../api/v1/agreements/gent-uitpas/questions",
                "/%2e%2e/api/v1/agreements/gent-uitpas/questions",
                "/api/v1/agreements/x/%2e%2e/gent-uitpas/questions",
                "/api/v1/agreements/gent%2duitpas/questions",
                "/api/v1/agreements/gent-uitpas%00/questions",
                "/api/v1/agreements/gent-uitpas%2fquestions",
                "/api/v1/agreements//gent-uitpas/questions",
                "//api/v1/agreements/gent-uitpas/questions",
                "/api/v1/agreements/gent-uitpas/questions;a=b",
                "/api/v1/agreements/gent-uitpas/./questions",
                "/api/v1/agreements/GENT-UITPAS/questions",
                "/api/v1/agreements/../questions",
                "/api/v1/agreements/.gent-uitpas/questions",
                "/api/v1/agreements/${sys:user.home}/questions",
                "/api/v1/agreements/x" + "/y".repeat(1900));
    }

    @ParameterizedTest
    @MethodSource
    void anotherMethodIsRefused(String method, String path, String allowed) throws Exception {
        try (RawCaller caller = demo()) {
            caller.send(
                    method + " " + path + " HTTP/1.1\r\nHost: a\r\nZeef-Clerk: clerk-7\r\nConnection: close\r\n\r\n");
            String answer = caller.rest();
            assertThat(answer).startsWith("HTTP/1.1 405 ").contains("\r\nAllow: " + allowed + "\r\n");
            assertThat(answer.endsWith("\r\n\r\n")).as("no body to HEAD").isEqualTo(method.equals("HEAD"));
            assertThat(answer).as("TRACE sends nothing back").doesNotContain("clerk-7");
        }
    }

    static Stream<org.junit.jupiter.params.provider.Arguments> anotherMethodIsRefused() {
        return Stream.of("HEAD", "OPTIONS", "TRACE", "PUT", "DELETE", "PATCH", "PROPFIND")
                .flatMap(method -> Stream.of(
                        org.junit.jupiter.params.provider.Arguments.of(method, PATH, "POST"),
                        org.junit.jupiter.params.provider.Arguments.of(method, "/health", "GET")));
    }

    @Test
    void refusesAnAddressAndAHeadThatAreTooLong() throws Exception {
        try (RawCaller caller = demo()) {
            caller.send("GET /" + "a".repeat(5000) + " HTTP/1.1\r\nHost: a\r\n\r\n");
            RawCaller.Answer answer = caller.read();
            assertThat(answer.status()).isEqualTo(414);
            assertThat(answer.body()).contains("address-too-long").doesNotContain("aaaa");
            assertThat(caller.rest()).isEmpty();
        }
        try (RawCaller caller = demo()) {
            caller.send("GET /health HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer " + "a".repeat(20_000));
            RawCaller.Answer answer = caller.read();
            assertThat(answer.status()).isEqualTo(431);
            assertThat(answer.body()).contains("head-too-large").doesNotContain("aaaa");
            assertThat(caller.rest()).isEmpty();
        }
    }

    @Test
    void aBodyThatIsTooLargeIsRefusedBeforeItIsRead_andNotReadForLong() throws Exception {
        try (RawCaller caller = demo()) {
            caller.send(head("Content-Length: 1000000000"));
            assertThat(caller.read().status()).isEqualTo(413);
            try {
                for (int i = 0; i < 200; i++) {
                    caller.send("x".repeat(10_000));
                }
            } catch (java.io.IOException e) {
                // closed in the middle
            }
            assertThat(caller.rest()).isEmpty();
        }
    }

    private static void assertYes(RawCaller caller) throws Exception {
        RawCaller.Answer answer = caller.read();
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(answer.body()).hasSize(64).contains("\"yes\"");
    }

    private static long asked() {
        return house.ledger().stream()
                .filter(entry -> entry.startsWith("ASKED "))
                .count();
    }
}
