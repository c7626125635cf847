package be.zeef.route.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;

class ThrottleTest {

    private static final Duration SOON = Duration.ofMillis(700);

    private final Throttle throttle = new Throttle();

    private boolean turnWithin(Duration time) {
        return throttle.turn(System.nanoTime() + time.toNanos());
    }

    private long millisUntilTurn() {
        long began = System.nanoTime();
        boolean turn = turnWithin(Duration.ofMinutes(1));
        long took = System.nanoTime() - began;
        assertThat(turn).isTrue();
        return Duration.ofNanos(took).toMillis();
    }

    @Test
    void letsEverybodyThrough_whileNobodyComplains() {
        for (int i = 0; i < 1000; i++) {
            assertThat(turnWithin(SOON)).isTrue();
        }
    }

    @Test
    void waitsAsLongAsThePartnerSays_andASecondWhenItSaysNoTime() {
        throttle.tooFast(SOON);
        assertThat(millisUntilTurn()).isBetween(SOON.toMillis() - 50, 20 * SOON.toMillis());

        throttle.tooFast(Duration.ZERO);
        assertThat(turnWithin(Duration.ofMillis(800)))
                .as("before the second is over")
                .isFalse();
    }

    @Test
    void spacesWhatComesAfter_untilItHasGoneWellForAWhile() {
        throttle.tooFast(Duration.ofMillis(1));
        throttle.tooFast(Duration.ofMillis(1));
        // nothing is asserted between the two turns: what is loaded for that takes of their distance
        boolean first = turnWithin(Duration.ofMinutes(1));
        assertThat(millisUntilTurn())
                .as("twice as far apart as after the first")
                .isGreaterThan(150);
        assertThat(first).isTrue();

        for (int i = 0; i < 20; i++) {
            throttle.wellPaced();
        }
        millisUntilTurn();
        assertThat(turnWithin(Duration.ofMillis(20))).isTrue();
    }

    @Test
    void letsNobodyCall_whoHadATurnBeforeThePartnerWantedToRest() throws Exception {
        for (int i = 0; i < 3; i++) {
            throttle.tooFast(Duration.ofMillis(1));
        }
        millisUntilTurn();
        FutureTask<Long> second = new FutureTask<>(() -> {
            assertThat(turnWithin(Duration.ofMinutes(1))).isTrue();
            return System.nanoTime();
        });
        Thread waits = new Thread(second);
        waits.start();
        while (waits.getState() != Thread.State.TIMED_WAITING && !second.isDone()) {
            Thread.onSpinWait();
        }
        long told = System.nanoTime();
        throttle.tooFast(SOON);

        assertThat(second.get() - told).isGreaterThanOrEqualTo(SOON.toNanos());
    }

    @Test
    void endsAtOnce_whenTheTurnComesTooLate() {
        throttle.tooFast(RetryAfter.LONGEST);
        long began = System.nanoTime();

        assertThat(turnWithin(Duration.ofMinutes(1))).isFalse();

        assertThat(System.nanoTime() - began).isLessThan(Duration.ofSeconds(10).toNanos());
    }

    @Test
    void endsAtOnce_whenThisThreadIsToStop() {
        throttle.tooFast(RetryAfter.LONGEST);
        Thread.currentThread().interrupt();

        assertThat(turnWithin(Duration.ofHours(1))).isFalse();
        assertThat(Thread.interrupted()).as("it stays asked").isTrue();
    }
}
