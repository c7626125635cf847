package be.zeef.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import be.zeef.agreement.Agreement.Validity;
import be.zeef.agreement.terms.Schedule;
import be.zeef.agreement.terms.Schedule.Missed;
import be.zeef.subject.Today;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

/** Whatever days are named, at whatever time: in forty years of a clock that is put forward and back, every moment comes exactly once. */
class MomentsPropertyTest {

    private static final LocalDate FROM = LocalDate.of(2020, 1, 1);
    private static final LocalDate UNTIL = LocalDate.of(2059, 12, 31);
    private static final Instant BEFORE = Instant.parse("2019-12-01T00:00:00Z");
    private static final Instant AFTER = Instant.parse("2061-01-01T00:00:00Z");

    @Property(tries = 50)
    void comeOnce_whoeverAsksForTheNext(@ForAll("schedules") Schedule schedule) {
        Moments moments = new Moments(Optional.of(schedule), new Validity(FROM, UNTIL));
        List<LocalDate> met = new ArrayList<>();
        Optional<Moment> next = moments.next(BEFORE);
        while (next.isPresent()) {
            met.add(next.get().day());
            next = moments.next(next.get().at());
        }

        assertThat(met).containsExactlyElementsOf(days(schedule));
    }

    /** A clock that is looked at now and then, at any pace: what lies between two looks is met in one of them. */
    @Property(tries = 30)
    void comeOnce_whoeverLooksNowAndThen(
            @ForAll("schedules") Schedule schedule, @ForAll @LongRange(min = 24, max = 9_000) long hours) {
        Moments moments = new Moments(Optional.of(schedule), new Validity(FROM, UNTIL));
        List<LocalDate> met = new ArrayList<>();
        for (Instant look = BEFORE; look.isBefore(AFTER); look = look.plusSeconds(3600 * hours)) {
            Instant until = look.plusSeconds(3600 * hours);
            moments.from(look)
                    .takeWhile(moment -> !moment.at().isAfter(until))
                    .forEach(moment -> met.add(moment.day()));
        }

        assertThat(met).containsExactlyElementsOf(days(schedule));
    }

    @Property(tries = 500)
    void areOnTheirOwnDay_andInOrder(
            @ForAll @IntRange(min = 0, max = 14_600) int day, @ForAll @IntRange(min = 0, max = 1439) int minute) {
        LocalDate one = FROM.plusDays(day);
        LocalTime time = LocalTime.ofSecondOfDay(60L * minute);
        Instant at = Moments.instant(one, time);

        assertThat(Today.at(at)).isEqualTo(one);
        assertThat(at.atZone(Today.ZONE).toLocalTime()).isAfterOrEqualTo(time);
        assertThat(Today.at(at.minusNanos(1))
                        .atTime(at.minusNanos(1).atZone(Today.ZONE).toLocalTime()))
                .isBefore(one.atTime(time));
        assertThat(Moments.instant(one.plusDays(1), time)).isAfter(at.plusSeconds(22 * 3600));
    }

    @Provide
    Arbitrary<Schedule> schedules() {
        Arbitrary<Set<MonthDay>> named = Arbitraries.integers()
                .between(0, 364)
                .map(day -> MonthDay.from(LocalDate.of(2026, 1, 1).plusDays(day)))
                .set()
                .ofMinSize(1)
                .ofMaxSize(12);
        Arbitrary<Integer> after = Arbitraries.integers().between(0, 90);
        // half of them in the hour that is skipped or comes twice
        Arbitrary<LocalTime> at = Arbitraries.oneOf(
                        Arbitraries.integers().between(120, 180),
                        Arbitraries.integers().between(0, 1439))
                .map(minute -> LocalTime.ofSecondOfDay(60L * minute));
        return Combinators.combine(named, after, at)
                .as((days, more, time) -> new Schedule(new TreeSet<>(days), more, time, Missed.TELL));
    }

    /** By going through every day, and not by the years that the moments are made from. */
    private static List<LocalDate> days(Schedule schedule) {
        return FROM.datesUntil(UNTIL.plusDays(1))
                .filter(day -> schedule.named().contains(MonthDay.from(day.minusDays(schedule.daysAfter()))))
                .toList();
    }
}
