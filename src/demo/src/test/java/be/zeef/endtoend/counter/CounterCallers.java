package be.zeef.endtoend.counter;

import static org.assertj.core.api.Assertions.assertThat;

import be.zeef.app.Gateway;
import be.zeef.check.KeyCheck;
import be.zeef.counter.Counter;
import be.zeef.sandbox.SandboxKeys;
import be.zeef.subject.Today;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** A counter of its own for each test, and callers from several addresses who write their requests byte for byte. */
abstract class CounterCallers {

    static final String PATH = "/api/v1/agreements/gent-uitpas/questions";
    static final String SLOW = "127.0.0.2";
    static final String OTHER = "127.0.0.3";

    @TempDir
    static Path folder;

    static CounterHouse house;
    static String body;

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
    interface Work {
        void with(String url) throws Exception;
    }

    static void counter(Map<String, ?> connections, Work work) throws Exception {
        Map<String, Object> own = new HashMap<>(Map.of("connections", connections));
        try (Gateway gateway = new Gateway(house.settings(own), Today.wallClock());
                Counter counter = gateway.counter(KeyCheck::of)) {
            work.with(counter.url());
        }
    }

    static RawCaller demo(String url, String from) throws Exception {
        return RawCaller.showing(SandboxKeys.DEMO_CALLER, house.keys, url, from);
    }

    static String head(int length) {
        return "POST " + PATH
                + " HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nZeef-Clerk: clerk-7\r\nContent-Length: "
                + length + "\r\n\r\n";
    }

    static void assertAnswered(RawCaller caller) throws Exception {
        RawCaller.Answer answer = caller.send(head(body.length()) + body).read();
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    }
}
