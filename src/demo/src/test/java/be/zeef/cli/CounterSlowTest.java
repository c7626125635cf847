package be.zeef.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.zeef.app.Gateway;
import be.zeef.check.KeyCheck;
import be.zeef.counter.Counter;
import be.zeef.sandbox.SandboxKeys;
import be.zeef.subject.Today;
import be.zeef.testing.Await;
import java.io.IOException;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Callers that are slow, many, or refused all the time: each is bounded, and the others are answered all the while. */
class CounterSlowTest {

    private static final String PATH = "/api/v1/agreements/gent-uitpas/questions";
    private static final String SLOW = "127.0.0.2";
    private static final String OTHER = "127.0.0.3";
    /** Far below {@code idleFor}, which a trickle never reaches. */
    private static final Duration SOON = Duration.ofSeconds(10);

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

    /** What a test does with a counter of its own. */
    private interface Work {
        void with(String url) throws Exception;
    }

    private static void counter(Map<String, ?> connections, Work work) throws Exception {
        Map<String, Object> own = new HashMap<>(Map.of("connections", connections));
        try (Gateway gateway = new Gateway(house.settings(own), Today.wallClock());
                Counter counter = gateway.counter(KeyCheck::of)) {
            work.with(counter.url());
        }
    }

    private static RawCaller demo(String url, String from) throws Exception {
        return RawCaller.showing(SandboxKeys.DEMO_CALLER, house.keys, url, from);
    }

    private static String head(int length) {
        return "POST " + PATH
                + " HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nZeef-Clerk: clerk-7\r\nContent-Length: "
                + length + "\r\n\r\n";
    }

    private static void assertAnswered(RawCaller caller) throws Exception {
        RawCaller.Answer answer = caller.send(head(body.length()) + body).read();
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    }

    /** Sends byte after byte until the other end has had enough; how long that took. */
    private static Duration trickle(RawCaller caller, String text) throws Exception {
        long began = System.nanoTime();
        try {
            while (System.nanoTime() - began < SOON.toNanos()) {
                for (char each : text.toCharArray()) {
                    caller.send(String.valueOf(each));
                    LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
                    if (caller.hasAnswer()) {
                        assertThat(caller.rest()).isEmpty();
                        return Duration.ofNanos(System.nanoTime() - began);
                    }
                }
            }
        } catch (IOException e) {
            // closed
        }
        return Duration.ofNanos(System.nanoTime() - began);
    }

    @Test
    void aHeadThatTricklesIsCutOff_alsoTheSecondOneOfAConnection() throws Exception {
        counter(Map.of("headWithin", "PT1S"), url -> {
            try (RawCaller slow = demo(url, SLOW);
                    RawCaller second = demo(url, SLOW)) {
                slow.send("POST " + PATH + " HTTP/1.1\r\nHost: a\r\n");
                assertThat(trickle(slow, "X-A: b\r\n")).isLessThan(SOON);
                try (RawCaller other = demo(url, OTHER)) {
                    assertAnswered(other);
                }
                try (RawCaller again = demo(url, SLOW)) {
                    assertAnswered(again);
                    assertThat(trickle(again, "POST " + PATH + " HTTP/1.1\r\nX: y\r\n"))
                            .isLessThan(SOON);
                }
                assertThat(second.rest()).as("one that said nothing").isEmpty();
            }
        });
    }

    @Test
    void aBodyThatTricklesIsCutOff_whatItsLengthAndInChunks() throws Exception {
        counter(Map.of("bodyWithin", "PT1S"), url -> {
            long asked = asked();
            try (RawCaller slow = demo(url, SLOW)) {
                slow.send(head(4000));
                assertThat(trickle(slow, " ")).isLessThan(SOON);
            }
            try (RawCaller slow = demo(url, SLOW)) {
                slow.send(head(1).replace("Content-Length: 1", "Transfer-Encoding: chunked"));
                assertThat(trickle(slow, "1\r\n \r\n")).isLessThan(SOON);
            }
            try (RawCaller slow = demo(url, SLOW)) {
                slow.send(head(body.length()) + body.substring(1));
                assertThat(slow.rest()).as("all but a byte").isEmpty();
            }
            assertThat(asked()).isEqualTo(asked);
        });
    }

    @Test
    void aHandshakeThatIsNotFinishedIsCutOff() throws Exception {
        counter(Map.of("handshakeWithin", "PT1S"), url -> {
            try (Socket silent = RawCaller.connected(url, SLOW);
                    Socket begun = RawCaller.connected(url, SLOW)) {
                begun.getOutputStream().write(new byte[] {22, 3, 1, 2, 0, 1});
                long began = System.nanoTime();
                ends(silent);
                ends(begun);
                assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(SOON);
            }
        });
    }

    private static void ends(Socket socket) {
        try {
            socket.getInputStream().readAllBytes();
        } catch (java.net.SocketTimeoutException e) {
            throw new AssertionError("it stays open", e);
        } catch (IOException e) {
            // reset
        }
    }

    @Test
    void oneAddressHasSoManyConnections_andTheOthersHaveTheirs() throws Exception {
        counter(Map.of("perAddress", 3, "most", 5), url -> {
            List<AutoCloseable> open = new ArrayList<>();
            try {
                // one that has not even begun TLS counts
                open.add(RawCaller.connected(url, SLOW));
                open.add(demo(url, SLOW));
                open.add(demo(url, SLOW));
                assertThatThrownBy(() -> demo(url, SLOW)).isInstanceOf(IOException.class);
                RawCaller other = demo(url, OTHER);
                open.add(other);
                assertAnswered(other);
                open.add(demo(url, OTHER));
                assertThatThrownBy(() -> demo(url, "127.0.0.4"))
                        .as("the sixth in all")
                        .isInstanceOf(IOException.class);
                assertAnswered(other);

                open.remove(0).close();

                Await.until("a place that was left can be taken", () -> {
                    try (RawCaller next = demo(url, SLOW)) {
                        assertAnswered(next);
                        return true;
                    } catch (IOException e) {
                        return false;
                    }
                });
            } finally {
                for (AutoCloseable each : open) {
                    each.close();
                }
            }
        });
    }

    @Test
    void oneAddressOpensSoManyConnectionsAMinute() throws Exception {
        counter(Map.of("newPerMinute", 10), url -> {
            int refused = 0;
            // a minute may turn in between, after which as many are free again
            for (int i = 0; i < 30; i++) {
                try {
                    demo(url, SLOW).close();
                } catch (IOException e) {
                    refused++;
                }
            }
            assertThat(refused).isBetween(10, 20);
            try (RawCaller other = demo(url, OTHER)) {
                assertAnswered(other);
            }
        });
    }

    @Test
    void whoIsRefusedTooOftenWaits_andStillIsToldWhy_andWhoHasAProofDoesNot() throws Exception {
        counter(Map.of("refusedPerMinute", 5), url -> {
            try (RawCaller stranger = RawCaller.nobody(house.keys, url, SLOW);
                    RawCaller known = demo(url, SLOW)) {
                assertAnswered(known);
                // a minute may turn in between, after which five more come at once
                int slow = 0;
                for (int i = 0; i < 14; i++) {
                    long began = System.nanoTime();
                    RawCaller.Answer answer = stranger.send(
                                    head(body.length()).replace("Zeef-Clerk: clerk-7", "Authorization: Bearer x.y.z")
                                            + body)
                            .read();
                    assertThat(answer.status()).isEqualTo(401);
                    slow += System.nanoTime() - began >= Duration.ofSeconds(1).toNanos() ? 1 : 0;
                }
                assertThat(slow).isGreaterThanOrEqualTo(4);
                assertThat(known.send("GET /health HTTP/1.1\r\nHost: a\r\n\r\n")
                                .read()
                                .status())
                        .isEqualTo(200);
            }
        });
    }

    private static long asked() {
        return house.ledger().stream()
                .filter(entry -> entry.startsWith("ASKED "))
                .count();
    }
}
