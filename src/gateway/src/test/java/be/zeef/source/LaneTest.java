package be.zeef.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;

class LaneTest {

    private static final Duration REST = Duration.ofMillis(1500);

    /** Calls are 550 ms apart. */
    private final Lane lane = new Lane("a service", new Pace(2, 2, Duration.ofSeconds(10), 3));

    private Lane.Entry enter() throws InterruptedException {
        return lane.enter(System.nanoTime() + Duration.ofMinutes(1).toNanos());
    }

    @Test
    void letsNobodyBegin_whoHadATurnBeforeTheSourceWantedToRest() throws Exception {
        assertThat(enter()).isEqualTo(Lane.Entry.GO);
        FutureTask<Long> second = new FutureTask<>(() -> {
            assertThat(enter()).isEqualTo(Lane.Entry.GO);
            return System.nanoTime();
        });
        Thread waits = new Thread(second);
        waits.start();
        while (waits.getState() != Thread.State.TIMED_WAITING && !second.isDone()) {
            Thread.onSpinWait();
        }
        long told = System.nanoTime();
        lane.leave(Lane.Exit.TOO_FAST, Duration.ofMillis(1), REST);

        assertThat(second.get() - told).isGreaterThanOrEqualTo(REST.toNanos());
    }
}
