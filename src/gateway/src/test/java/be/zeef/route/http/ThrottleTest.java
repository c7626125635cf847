package be.zeef.route.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class ThrottleTest {

    private static final Duration SOON = Duration.ofMillis(700);

    private final Throttle throttle = new Throttle();

    private boolean turnWithin(Duration time) {
        return throttle.turn(System.nanoTime() + time.toNanos());
    }

    private long millisUntilTurn() {
        long began = System.nanoTime();
        assertThat(turnWithin(Duration.ofMinutes(1))).isTrue();
        return Duration.ofNanos(System.nanoTime() - began).toMillis();
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
        millisUntilTurn();
        assertThat(millisUntilTurn())
                .as("twice as far apart as after the first")
                .isGreaterThan(150);

        for (int i = 0; i < 20; i++) {
            throttle.wellPaced();
        }
        millisUntilTurn();
        assertThat(turnWithin(Duration.ofMillis(20))).isTrue();
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
