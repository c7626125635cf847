package be.zeef.endtoend.counter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.zeef.testing.Await;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Callers that are many, or refused all the time: each address is bounded, and the others are answered all the while. */
class CounterCrowdTest extends CounterCallers {

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
}
