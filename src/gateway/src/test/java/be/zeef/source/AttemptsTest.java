package be.zeef.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** What becomes of a call to a service that has not answered anybody of late. */
class AttemptsTest {

    private static final Duration CLOSED_FOR = Duration.ofSeconds(1);
    private static final Duration LONG = Duration.ofSeconds(40);
    /** As many as the lane looks back on. */
    private static final int OF_LATE = 20;

    private static final CallJournal NOBODY = new CallJournal() {
        @Override
        public <R> R around(String service, String referte, Supplier<R> call, Function<R, String> code) {
            return call.get();
        }
    };

    private final AtomicInteger calls = new AtomicInteger();
    private volatile String answer = "TIMEOUT";
    private volatile Duration rest = Duration.ZERO;
    private Attempts attempts = closed(CLOSED_FOR);

    private final class Question implements Attempts.Call<String> {
        @Override
        public Function<Duration, String> prepare(String referte) {
            return within -> {
                calls.incrementAndGet();
                return answer;
            };
        }

        @Override
        public Duration rest(String reply) {
            return rest;
        }

        @Override
        public String failed(String code) {
            return code;
        }

        @Override
        public String code(String reply) {
            return reply;
        }

        /** Only a closed lane and haste pass: else one attempt a question, so that none backs off here. */
        @Override
        public Meaning meaning(String reply) {
            return reply.equals(Attempts.THROTTLED) ? Attempts.meaning(reply) : Meaning.UNKNOWN;
        }
    }

    private String ask(Duration within) {
        return ask(attempts, within);
    }

    private String ask(Attempts attempts, Duration within) {
        return attempts.call("city", "service", new Question(), within, NOBODY);
    }

    /** Attempts at a service whose lane has just closed, for this long. */
    private Attempts closed(Duration closedFor) {
        Attempts fresh = new Attempts(new Pace(1000, 4, closedFor, 2));
        for (int i = 0; i < OF_LATE; i++) {
            assertThat(ask(fresh, Duration.ofSeconds(5))).isEqualTo("TIMEOUT");
        }
        calls.set(0);
        return fresh;
    }

    @Test
    void waitsForTheLaneAndAsks_whenThereIsTime() {
        answer = "OK";

        assertThat(ask(Duration.ofSeconds(5))).isEqualTo("OK");

        assertThat(calls).hasValue(1);
    }

    @Test
    void endsAtOnce_whenTheLaneOpensAfterTheDeadline() {
        attempts = closed(LONG);
        long began = System.nanoTime();

        assertThat(ask(LONG.dividedBy(2))).isEqualTo("CLOSED");

        assertThat(calls).hasValue(0);
        assertThat(System.nanoTime() - began).isLessThan(LONG.dividedBy(4).toNanos());
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

    /** Of HTTP, 429 and 503: the first attempt hears it, and the second begins when the time is over. */
    @Test
    void leavesTheSourceAlone_forAsLongAsItSays() {
        answer = Attempts.THROTTLED;
        rest = Duration.ofSeconds(2);
        long began = System.nanoTime();

        assertThat(ask(open(Duration.ofSeconds(5)), LONG)).isEqualTo(Attempts.THROTTLED);

        assertThat(calls).hasValue(2);
        assertThat(System.nanoTime() - began).isGreaterThan(rest.toNanos());
    }

    /** Another question of the same sender hears of it without asking. */
    @Test
    void endsAtOnce_whenTheSourceWantsToBeLeftAloneBeyondTheDeadline() {
        answer = Attempts.THROTTLED;
        rest = LONG;
        Attempts resting = open(LONG);
        ask(resting, Duration.ofSeconds(1));
        calls.set(0);
        long began = System.nanoTime();

        assertThat(ask(resting, LONG.dividedBy(2))).isEqualTo("TOO_LATE");

        assertThat(calls).hasValue(0);
        assertThat(System.nanoTime() - began).isLessThan(LONG.dividedBy(4).toNanos());
    }

    /** Whatever it says, nobody rests for longer in a row than a dead service is waited for. */
    @Test
    void isGivenUpAtOnce_whenTheSourceNeverStopsAskingForRest() {
        answer = Attempts.THROTTLED;
        rest = Duration.ofDays(10_000);
        Attempts resting = open(Duration.ofMillis(500));
        assertThat(ask(resting, LONG)).isEqualTo(Attempts.THROTTLED);
        calls.set(0);
        long began = System.nanoTime();

        assertThat(ask(resting, LONG)).isEqualTo("CLOSED");

        assertThat(calls).hasValue(0);
        assertThat(System.nanoTime() - began).isLessThan(Duration.ofMillis(500).toNanos());
    }

    private static Attempts open(Duration closedFor) {
        return new Attempts(new Pace(1000, 4, closedFor, 2));
    }
}
