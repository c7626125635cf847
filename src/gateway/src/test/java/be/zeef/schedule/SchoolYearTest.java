package be.zeef.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import be.zeef.agreement.Agreement;
import be.zeef.agreement.terms.Schedule.Missed;
import be.zeef.storage.Storage;
import be.zeef.storage.TestDatabase;
import be.zeef.testing.Await;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A school year by a clock that is moved, with the day on which it is put back and the one on which it is put forward: every moment of every agreement
 * that ships runs once, whatever the number of nodes.
 */
class SchoolYearTest {

    private static final LocalDate FIRST = LocalDate.of(2026, 9, 1);
    private static final LocalDate LAST = LocalDate.of(2027, 8, 31);

    /** In the hours that 25 October 2026 has twice and 28 March 2027 has not. */
    private static final Agreement IN_THE_HOUR = Fixtures.at(
            "wingene-korting", "02:30", Missed.CATCH_UP, "10-24", "10-25", "10-26", "03-27", "03-28", "03-29");

    private static final Map<String, Agreement> ALL = Stream.concat(
                    Stream.of(
                                    "gent-huisvuilzakken",
                                    "gent-onderwijs",
                                    "gent-uitpas",
                                    "heusden-zolder-kinderopvang",
                                    "heusden-zolder-lidgeld",
                                    "wingene-geboortepremie")
                            .map(Fixtures::shipped),
                    Stream.of(IN_THE_HOUR))
            .collect(Collectors.toMap(Agreement::id, Function.identity()));

    @TempDir
    Path folder;

    private final MovedClock clock = new MovedClock("2026-08-31T22:30:00Z");
    private final ConcurrentLinkedQueue<String> runs = new ConcurrentLinkedQueue<>();
    private final Set<String> nodes = java.util.concurrent.ConcurrentHashMap.newKeySet();

    @ParameterizedTest
    @CsvSource({"H2, 1", "POSTGRESQL, 1", "POSTGRESQL, 3"})
    void runsEveryMomentOnce(TestDatabase database, int many) throws Exception {
        var at = database.at(folder);
        List<AutoCloseable> open = new ArrayList<>();
        try {
            Jdbi jdbi = null;
            List<ScheduleNode> all = new ArrayList<>();
            for (int number = 1; number <= many; number++) {
                Storage storage = Storage.open(at, clock);
                open.add(0, storage);
                jdbi = storage.jdbi();
                ScheduleNode node = node(storage, "node-" + number);
                open.add(0, node);
                all.add(node);
            }
            for (Instant next : steps()) {
                settle(jdbi, all);
                clock.to(next);
            }
            settle(jdbi, all);

            assertThat(runs).containsExactlyInAnyOrderElementsOf(expected());
            for (Agreement agreement : ALL.values()) {
                List<String> told = Fixtures.told(jdbi, agreement.id());
                days(agreement).forEach(day -> assertThat(told)
                        .filteredOn(each -> each.startsWith(day.toString()))
                        .containsExactly(day + " planned", day + " begun", day + " ended (complete)"));
            }
        } finally {
            for (AutoCloseable each : open) {
                each.close();
            }
        }
    }

    private ScheduleNode node(Storage storage, String name) {
        Runner runner = new Runner() {
            @Override
            public String halted(String agreement) {
                return "";
            }

            @Override
            public Ran run(String agreement, LocalDate on, Optional<Instant> begun) {
                runs.add(agreement + " " + on);
                nodes.add(name);
                return Ran.COMPLETE;
            }
        };
        return new ScheduleNode(
                new ScheduleNode.Wiring(
                        storage.connections(),
                        storage.jdbi(),
                        clock,
                        Fixtures.SETTINGS,
                        runner,
                        ALL::get,
                        () -> {},
                        name),
                List.copyOf(ALL.keySet()));
    }

    /** Just before each moment and at it, and every half hour of the two days on which the clock changes. */
    private static Set<Instant> steps() {
        Set<Instant> steps = new TreeSet<>();
        for (Agreement agreement : ALL.values()) {
            for (LocalDate day : days(agreement)) {
                Instant at =
                        Moments.instant(day, agreement.schedule().orElseThrow().at());
                steps.add(at.minusSeconds(1));
                steps.add(at);
            }
        }
        for (String sunday : List.of("2026-10-24T21:30:00Z", "2027-03-27T22:30:00Z")) {
            for (int half = 0; half < 12; half++) {
                steps.add(Instant.parse(sunday).plus(Duration.ofMinutes(30L * half)));
            }
        }
        steps.add(Instant.parse("2027-08-31T21:00:00Z"));
        return steps;
    }

    /** Waits until nobody is at anything and nothing is due. */
    private void settle(Jdbi jdbi, List<ScheduleNode> nodes) throws Exception {
        nodes.forEach(ScheduleNode::look);
        Await.until(
                "what is due is done at " + clock.instant(),
                () -> jdbi.withHandle(handle -> handle.select(
                                        "select count(*) from scheduled_task where picked = true or execution_time <= ?",
                                        java.time.OffsetDateTime.ofInstant(clock.instant(), java.time.ZoneOffset.UTC))
                                .mapTo(Integer.class)
                                .one())
                        == 0);
    }

    private static List<String> expected() {
        return ALL.values().stream()
                .flatMap(agreement -> days(agreement).stream().map(day -> agreement.id() + " " + day))
                .toList();
    }

    /** By going through the days of the school year. */
    private static List<LocalDate> days(Agreement agreement) {
        var schedule = agreement.schedule().orElseThrow();
        return FIRST.datesUntil(LAST.plusDays(1))
                .filter(day -> schedule.named().contains(java.time.MonthDay.from(day.minusDays(schedule.daysAfter()))))
                .toList();
    }
}
