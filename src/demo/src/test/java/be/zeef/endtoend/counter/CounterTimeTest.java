package be.zeef.endtoend.counter;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The time of an answer does not tell what it says. Two groups are asked about in turn, and how many of one group lie above
 * the median of both is counted: half of them, if the groups cannot be told apart.
 */
class CounterTimeTest {

    private static final int ROUNDS = 32;
    /** Of 32 out of 64 the count above the median has a standard deviation of 2 around 16: five of them. */
    private static final int FAR = 10;

    private static final int AT_ONCE = 8;

    @TempDir
    Path folder;

    private CounterHouse house;

    @AfterEach
    void stop() {
        house.close();
    }

    /** The first source alone decides that somebody who lives elsewhere gets a no; the second is slow. */
    @Test
    void aNoThatOneSourceDecidesComesNoSoonerThanAYes() throws Exception {
        house = new CounterHouse(folder, 500, Map.of());
        String yes = house.entitled().get(0);
        String no = house.elsewhere().get(0);
        ask(yes, no); // inscribes both, and warms up
        house.sandbox().soap().delay("GeefSociaalStatuut", Duration.ofMillis(500));

        Times times = ask(yes, no);

        assertThat(times.firstAboveMedian()).isBetween(ROUNDS / 2L - FAR, ROUNDS / 2L + FAR);
    }

    /** With steps, whatever a source takes less than a step cannot be seen either. */
    @Test
    void answersLeaveOnTheSteps_whenThereAreAny() throws Exception {
        Duration step = Duration.ofMillis(300);
        house = new CounterHouse(folder, 500, Map.of("answerSteps", step.toString()));
        CounterClient demo = house.asDemo();
        for (String insz : List.of(house.entitled().get(0), house.elsewhere().get(0))) {
            demo.ask(CounterHouse.question(insz)); // inscribes, which takes its own time
            long began = System.nanoTime();
            demo.ask(CounterHouse.question(insz));
            assertThat(System.nanoTime() - began).isGreaterThanOrEqualTo(step.toNanos());
        }
    }

    private Times ask(String first, String second) throws Exception {
        CounterClient demo = house.asDemo();
        ExecutorService callers = Executors.newFixedThreadPool(AT_ONCE);
        try {
            List<Future<Long>> times = new ArrayList<>();
            for (int i = 0; i < 2 * ROUNDS; i++) {
                String insz = i % 2 == 0 ? first : second;
                times.add(callers.submit(() -> time(demo, insz)));
            }
            Times all = new Times(new ArrayList<>(), new ArrayList<>());
            for (int i = 0; i < times.size(); i++) {
                (i % 2 == 0 ? all.first() : all.second()).add(times.get(i).get());
            }
            return all;
        } finally {
            callers.shutdown();
        }
    }

    private static long time(CounterClient demo, String insz) throws Exception {
        long began = System.nanoTime();
        assertThat(demo.ask(CounterHouse.question(insz)).statusCode()).isEqualTo(200);
        return System.nanoTime() - began;
    }

    private record Times(List<Long> first, List<Long> second) {

        long firstAboveMedian() {
            List<Long> all = new ArrayList<>(first);
            all.addAll(second);
            all.sort(Long::compare);
            long median = all.get(all.size() / 2);
            return first.stream().filter(time -> time >= median).count();
        }
    }
}
