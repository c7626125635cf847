package be.zeef.counter;

import static org.assertj.core.api.Assertions.assertThat;

import be.zeef.settings.Settings;
import be.zeef.storage.Storage;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A caller's budget of a day: a day in Belgium, whoever counts and however often the counter is started. */
class DayBudgetTest {

    @TempDir
    Path folder;

    private final TestClock clock = new TestClock(Instant.parse("2026-07-16T08:00:00Z"));

    private Storage open() {
        return Storage.open(
                new Settings.Database("jdbc:h2:file:" + folder.resolve("db"), "zeef", "secret"), Clock.systemUTC());
    }

    private DayBudget budget(Storage storage) {
        return new DayBudget(storage.jdbi(), clock, 3);
    }

    private static List<DayBudget.Verdict> counted(DayBudget budget, String caller, int times) {
        return IntStream.range(0, times).mapToObj(i -> budget.count(caller)).toList();
    }

    @Test
    void endsWithTheBudget_andIsOnesOwn() {
        try (Storage storage = open()) {
            DayBudget budget = budget(storage);
            assertThat(counted(budget, "a", 6))
                    .containsExactly(
                            DayBudget.Verdict.WITHIN,
                            DayBudget.Verdict.WITHIN,
                            DayBudget.Verdict.WITHIN,
                            DayBudget.Verdict.FIRST_BEYOND,
                            DayBudget.Verdict.BEYOND,
                            DayBudget.Verdict.BEYOND);
            assertThat(budget.count("b")).isEqualTo(DayBudget.Verdict.WITHIN);
        }
    }

    @Test
    void isNotAnewAfterARestart() {
        try (Storage storage = open()) {
            counted(budget(storage), "a", 2);
        }
        try (Storage storage = open()) {
            assertThat(counted(budget(storage), "a", 2))
                    .containsExactly(DayBudget.Verdict.WITHIN, DayBudget.Verdict.FIRST_BEYOND);
        }
        try (Storage storage = open()) {
            assertThat(budget(storage).count("a")).isEqualTo(DayBudget.Verdict.BEYOND);
        }
    }

    @Test
    void losesAtMostAHundredthWithARestart_andGivesNothingTwice() {
        int within = 0;
        for (int start = 0; start < 4; start++) {
            try (Storage storage = open()) {
                DayBudget budget = new DayBudget(storage.jdbi(), clock, 1000);
                within += (int) counted(budget, "a", start == 3 ? 1100 : 105).stream()
                        .filter(DayBudget.Verdict.WITHIN::equals)
                        .count();
            }
        }
        assertThat(within).isBetween(1000 - 3 * 10, 1000);
    }

    @Test
    void isOneForAllNodes_alsoWhenTheyCountTheFirstAtOnce() {
        try (Storage storage = open()) {
            List<DayBudget> nodes = List.of(budget(storage), budget(storage));
            List<DayBudget.Verdict> all = IntStream.range(0, 60)
                    .parallel()
                    .mapToObj(i -> nodes.get(i % 2).count("a"))
                    .toList();
            assertThat(all).filteredOn(DayBudget.Verdict.WITHIN::equals).hasSize(3);
            assertThat(all).filteredOn(DayBudget.Verdict.FIRST_BEYOND::equals).hasSize(1);
        }
    }

    @Test
    void beginsAnewAtMidnightInBelgium() {
        clock.move(Duration.between(clock.instant(), Instant.parse("2026-07-16T21:59:58Z")));
        try (Storage storage = open()) {
            DayBudget budget = budget(storage);
            counted(budget, "a", 5);
            assertThat(budget.untilTomorrow()).isEqualTo(Duration.ofSeconds(2));
            clock.move(Duration.ofSeconds(1));
            assertThat(budget.count("a")).isEqualTo(DayBudget.Verdict.BEYOND);
            clock.move(Duration.ofSeconds(1));
            assertThat(budget.count("a")).isEqualTo(DayBudget.Verdict.WITHIN);
        }
    }

    @Test
    void knowsThatADayOfADaylightSavingChangeIsLonger() {
        clock.move(Duration.between(clock.instant(), Instant.parse("2026-10-24T22:00:00Z")));
        try (Storage storage = open()) {
            assertThat(budget(storage).untilTomorrow()).isEqualTo(Duration.ofHours(25));
        }
    }

    @Test
    void daysAreKeptForAMonth() {
        try (Storage storage = open()) {
            budget(storage).count("a");
            clock.move(Duration.ofDays(31));
            budget(storage).count("a");
            assertThat(days(storage)).isEqualTo(2);
            clock.move(Duration.ofDays(1));
            budget(storage).count("a");
            assertThat(days(storage)).isEqualTo(2);
        }
    }

    private static int days(Storage storage) {
        return storage.jdbi().withHandle(handle -> handle.createQuery("select count(*) from counter_day")
                .mapTo(Integer.class)
                .one());
    }
}
