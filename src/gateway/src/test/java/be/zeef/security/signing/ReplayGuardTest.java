package be.zeef.security.signing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ReplayGuardTest {

    private static final Instant START = Instant.parse("2026-01-05T10:00:00Z");

    private final ReplayGuard guard = new ReplayGuard(Duration.ofMinutes(7), 3);

    @Test
    void admitsOnce_whenThereIsRoom() {
        assertThat(guard.admits(START, "a")).isTrue();
        assertThat(guard.admits(START, "b")).isTrue();
        assertThat(guard.admits(START, "a")).isFalse();
        assertThat(guard.admits(START.plusSeconds(1), "a")).isTrue();
    }

    @Test
    void admitsNothingOlderThanTheWindow_whenANewerAnswerCame() {
        guard.admits(START, "a");
        guard.admits(START.plusSeconds(421), "b");

        assertThat(guard.admits(START, "a")).isFalse();
        assertThat(guard.admits(START.plusSeconds(1), "c")).isFalse();
        assertThat(guard.admits(START.plusSeconds(2), "d")).isTrue();
    }

    /** What is forgotten for want of room stays refused, as does everything as old. */
    @Test
    void forgetsTheOldestAndRefusesItStill_whenThereAreTooMany() {
        for (int i = 0; i < 4; i++) {
            assertThat(guard.admits(START.plusSeconds(i), "a" + i)).isTrue();
        }

        assertThat(guard.admits(START, "a0")).isFalse();
        assertThat(guard.admits(START, "other")).isFalse();
        assertThat(guard.admits(START.plusSeconds(3), "a3")).isFalse();
    }

    @Test
    void admitsOneOfThem_whenThreadsBringTheSameAtOnce() {
        ReplayGuard wide = new ReplayGuard(Duration.ofMinutes(7), 1000);

        List<Integer> admitted = IntStream.range(0, 400)
                .parallel()
                .filter(i -> wide.admits(START, "a" + i % 100))
                .map(i -> i % 100)
                .boxed()
                .toList();

        assertThat(admitted).hasSize(100).doesNotHaveDuplicates();
    }
}
