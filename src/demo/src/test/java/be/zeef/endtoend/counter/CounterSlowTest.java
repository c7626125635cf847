package be.zeef.endtoend.counter;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

/** Callers that are slow: each is cut off in time, and the others are answered all the while. */
class CounterSlowTest extends CounterCallers {

    /** Far below {@code idleFor}, which a trickle never reaches. */
    private static final Duration SOON = Duration.ofSeconds(10);

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

    private static long asked() {
        return house.ledger().stream()
                .filter(entry -> entry.startsWith("ASKED "))
                .count();
    }
}
