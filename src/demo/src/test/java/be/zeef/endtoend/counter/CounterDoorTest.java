package be.zeef.endtoend.counter;

import static org.assertj.core.api.Assertions.assertThat;

import be.zeef.sandbox.SandboxKeys;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The counter reads every request in one way, over real TLS sockets: what two programs could cut into requests differently is
 * answered 400 and ends the connection, and nothing that stands behind it is ever a request.
 */
class CounterDoorTest {

    private static final String PATH = HostileRequests.PATH;
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

    private static String question() {
        return HostileRequests.head("Content-Length: " + body.length()) + body;
    }

    private static String chunk(String text) {
        return Integer.toHexString(text.length()) + "\r\n" + text + "\r\n";
    }

    @ParameterizedTest
    @MethodSource({
        "be.zeef.endtoend.counter.HostileRequests#ambiguous",
        "be.zeef.endtoend.counter.HostileRequests#malformed"
    })
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
    @MethodSource("be.zeef.endtoend.counter.HostileRequests#chunks")
    void aBodyInChunksThatCouldBeReadInTwoWaysEndsTheConnection(String chunks) throws Exception {
        long asked = asked();
        try (RawCaller caller = demo()) {
            caller.send(HostileRequests.head("Transfer-Encoding: chunked") + chunks + question());
            assertThat(caller.rest()).doesNotContain("\"answer\"");
        }
        assertThat(asked()).isEqualTo(asked);
    }

    @Test
    void readsWhatEveryClientSends() throws Exception {
        try (RawCaller caller = demo()) {
            assertYes(caller.send(question()));
            assertYes(caller.send("\r\n" + question()));
            assertYes(caller.send(HostileRequests.head("Transfer-Encoding: Chunked") + chunk(body.substring(0, 7))
                    + chunk(body.substring(7)) + "0\r\n\r\n"));
            caller.send(HostileRequests.head("Expect: 100-continue", "Content-Length: " + body.length()));
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
            caller.send(question() + "GET /health HTTP/1.1\r\nHost: a\r\n\r\n" + question()
                    + HostileRequests.head("Content-Length: x"));
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
            house.sandbox().soap().delay("", Duration.ofSeconds(1));
            caller.send(question());
            try {
                for (int i = 0; i < 4000; i++) {
                    caller.send("GET /health HTTP/1.1\r\nHost: a\r\n\r\n");
                }
            } catch (IOException e) {
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
    @MethodSource("be.zeef.endtoend.counter.HostileRequests#paths")
    void aPathIsWhatItSays(String path) throws Exception {
        try (RawCaller caller = demo()) {
            caller.send(question().replace(PATH, path));
            RawCaller.Answer answer = caller.read();
            assertThat(answer.status()).isEqualTo(404);
            assertThat(answer.body()).containsPattern("urn:zeef:problem:counter:(path|agreement)");
        }
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

    static Stream<Arguments> anotherMethodIsRefused() {
        return Stream.of("HEAD", "OPTIONS", "TRACE", "PUT", "DELETE", "PATCH", "PROPFIND")
                .flatMap(method ->
                        Stream.of(Arguments.of(method, PATH, "POST"), Arguments.of(method, "/health", "GET")));
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
    void theContractTellsOfIt() throws Exception {
        String contract = Files.readString(Path.of("routes/counter.openapi.yaml"));
        for (String told : List.of("\"414\"", "`address-too-long`", "\"431\"", "`head-too-large`", "RFC 9112")) {
            assertThat(contract).contains(told);
        }
    }

    @Test
    void aBodyThatIsTooLargeIsRefusedBeforeItIsRead_andNotReadForLong() throws Exception {
        try (RawCaller caller = demo()) {
            caller.send(HostileRequests.head("Content-Length: 1000000000"));
            assertThat(caller.read().status()).isEqualTo(413);
            try {
                for (int i = 0; i < 200; i++) {
                    caller.send("x".repeat(10_000));
                }
            } catch (IOException e) {
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
