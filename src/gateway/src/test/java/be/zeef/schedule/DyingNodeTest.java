package be.zeef.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import be.zeef.agreement.Agreement;
import be.zeef.agreement.terms.Schedule.Missed;
import be.zeef.settings.ScheduleSettings;
import be.zeef.storage.Storage;
import be.zeef.storage.TestDatabase;
import be.zeef.testing.Await;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Of three nodes the one that runs something loses its database, as if its machine had died: another goes on with the run, once. */
class DyingNodeTest {

    private static final Agreement AGREEMENT = Fixtures.at("gent-onderwijs", "06:00", Missed.CATCH_UP, "02-01");

    private static final ScheduleSettings SETTINGS = new ScheduleSettings(
            true,
            Duration.ofHours(1),
            3,
            Duration.ofMinutes(15),
            Duration.ofDays(7),
            Duration.ofMillis(20),
            Duration.ofMillis(400),
            Duration.ofMillis(100));

    @TempDir
    Path folder;

    private final MovedClock clock = new MovedClock("2026-01-10T00:00:00Z");
    private final ConcurrentLinkedQueue<String> runs = new ConcurrentLinkedQueue<>();
    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch over = new CountDownLatch(1);

    @Test
    void isFollowedByAnother_thatGoesOnWithTheRun() throws Exception {
        var at = TestDatabase.POSTGRESQL.at(folder);
        Storage dying = Storage.open(at, clock);
        try (Storage second = Storage.open(at, clock);
                Storage third = Storage.open(at, clock);
                ScheduleNode first = node(dying, "dies", true)) {
            Await.until(
                    "it is planned",
                    () -> Fixtures.told(second.jdbi(), AGREEMENT.id()).size() == 1);
            clock.to("2026-02-01T05:00:00Z");
            first.look();
            begun.await();
            dying.close();
            try (ScheduleNode two = node(second, "two", false);
                    ScheduleNode three = node(third, "three", false)) {
                // not dead yet: nobody else begins
                two.look();
                three.look();
                assertThat(runs).containsExactly("dies 2026-02-01");

                clock.to("2026-02-01T05:01:00Z");
                Await.until("another took it over", () -> {
                    // a clock that stands still wakes nobody
                    two.look();
                    three.look();
                    return runs.size() == 2;
                });
                Await.until(
                        "it ended",
                        () -> Fixtures.told(second.jdbi(), AGREEMENT.id()).size() == 5);
            }
            over.countDown();

            assertThat(runs).last().asString().matches("(two|three) 2026-02-01 again");
            assertThat(Fixtures.told(second.jdbi(), AGREEMENT.id()))
                    .containsExactly(
                            "2026-02-01 planned",
                            "2027-02-01 planned",
                            "2026-02-01 begun",
                            "2026-02-01 again",
                            "2026-02-01 ended (complete)");
        }
    }

    private ScheduleNode node(Storage storage, String name, boolean dies) {
        Runner runner = new Runner() {
            @Override
            public String halted(String agreement) {
                return "";
            }

            @Override
            public Ran run(String agreement, LocalDate on, Optional<Instant> again) throws InterruptedException {
                runs.add(name + " " + on + (again.isPresent() ? " again" : ""));
                if (dies) {
                    begun.countDown();
                    over.await();
                }
                return Ran.COMPLETE;
            }
        };
        return new ScheduleNode(
                new ScheduleNode.Wiring(
                        storage.connections(),
                        storage.jdbi(),
                        clock,
                        SETTINGS,
                        runner,
                        id -> AGREEMENT,
                        () -> {},
                        name),
                List.of(AGREEMENT.id()));
    }
}
