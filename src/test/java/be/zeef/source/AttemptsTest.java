package be.zeef.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What becomes of a call to a service that has not answered anybody of late. */
class AttemptsTest {

    private static final Duration CLOSED_FOR = Duration.ofSeconds(1);
    /** As many as the lane looks back on. */
    private static final int OF_LATE = 20;

    private static final CallJournal NOBODY = new CallJournal() {
        @Override
        public long starting(String service, String referte) {
            return 1;
        }

        @Override
        public void ended(long call, String code) {
            assertThat(call).isOne();
        }
    };

    private final Attempts attempts = new Attempts(new Pace(1000, 4, CLOSED_FOR, 2));
    private final AtomicInteger calls = new AtomicInteger();
    private volatile String answer = "TIMEOUT";

    private final class Question implements Attempts.Call<String> {
        @Override
        public Function<Duration, String> prepare(String referte) {
            return within -> {
                calls.incrementAndGet();
                return answer;
            };
        }

        @Override
        public String failed(String code) {
            return code;
        }

        @Override
        public String code(String reply) {
            return reply;
        }

        /** Only a closed lane passes: one attempt a question, so that none backs off here. */
        @Override
        public Meaning meaning(String reply) {
            return Meaning.UNKNOWN;
        }
    }

    private String ask(Duration within) {
        return attempts.call("city", "service", new Question(), within, NOBODY);
    }

    @BeforeEach
    void closeTheLane() {
        for (int i = 0; i < OF_LATE; i++) {
            assertThat(ask(Duration.ofSeconds(5))).isEqualTo("TIMEOUT");
        }
        calls.set(0);
    }

    @Test
    void waitsForTheLaneAndAsks_whenThereIsTime() {
        answer = "OK";

        assertThat(ask(Duration.ofSeconds(5))).isEqualTo("OK");

        assertThat(calls).hasValue(1);
    }

    @Test
    void endsAtOnce_whenTheLaneOpensAfterTheDeadline() {
        long began = System.nanoTime();

        assertThat(ask(Duration.ofMillis(800))).isEqualTo("CLOSED");

        assertThat(calls).hasValue(0);
        assertThat(System.nanoTime() - began).isLessThan(Duration.ofMillis(400).toNanos());
    }

    /** Two closings in a row, as many as there are attempts, and the third question does not wait any more. */
    @Test
    void isGivenUpAtOnce_whenTheServiceStaysDead() {
        assertThat(ask(Duration.ofSeconds(5))).isEqualTo("TIMEOUT");
        assertThat(ask(Duration.ofSeconds(5))).isIn("TIMEOUT", "CLOSED");
        calls.set(0);
        long began = System.nanoTime();

        assertThat(ask(Duration.ofSeconds(5))).isEqualTo("CLOSED");

        assertThat(calls).hasValue(0);
        assertThat(System.nanoTime() - began).isLessThan(CLOSED_FOR.toNanos());
    }
}
