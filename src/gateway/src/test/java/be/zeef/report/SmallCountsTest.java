package be.zeef.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** No count of one to four people can be told from anything that is told, in one report or in several. */
class SmallCountsTest {

    private static final YearMonth FIRST = YearMonth.of(2026, 1);
    private static final int MONTHS = 6;
    private static final List<String> FIGURES = List.of("eligible", "notEligible", "other");
    private static final int CELLS = MONTHS * 3;

    private static Figures told(List<Integer> cells) {
        Tally tally = new Tally();
        for (int i = 0; i < CELLS; i++) {
            tally.add(FIRST.plusMonths(i % MONTHS), Group.DECIDED, FIGURES.get(i / MONTHS), cells.get(i));
        }
        return tally.told();
    }

    /** Every number that any report of these months gives: over all spans, by all periods, with all sums. */
    private static List<Steps> everything(Figures figures) {
        List<Steps> all = new ArrayList<>();
        for (int from = 0; from < MONTHS; from++) {
            for (int to = from; to < MONTHS; to++) {
                for (Per per : Per.values()) {
                    List<Period> periods = per.between(FIRST.plusMonths(from), FIRST.plusMonths(to));
                    for (String key : FIGURES) {
                        Figure figure = new Figure(Group.DECIDED, key);
                        periods.forEach(period -> all.add(figures.of(figure, period)));
                        all.add(figures.of(figure, periods));
                    }
                    periods.forEach(period -> all.add(figures.whole(Group.DECIDED, period)));
                    all.add(figures.whole(Group.DECIDED, periods));
                }
            }
        }
        return all;
    }

    @Property(tries = 300)
    void whoeverHasEveryReportCannotTellOneOfOneToFourFromAnother(
            @ForAll @Size(CELLS) List<@IntRange(min = 0, max = 12) Integer> cells,
            @ForAll @IntRange(min = 0, max = CELLS - 1) int cell,
            @ForAll @IntRange(min = 1, max = 4) int few,
            @ForAll @IntRange(min = 1, max = 4) int others) {
        List<Integer> one = new ArrayList<>(cells);
        one.set(cell, few);
        List<Integer> other = new ArrayList<>(cells);
        other.set(cell, others);

        assertThat(everything(told(one))).isEqualTo(everything(told(other)));
    }

    @Property(tries = 300)
    void whatWasCountedLiesInWhatIsTold(@ForAll @Size(CELLS) List<@IntRange(min = 0, max = 5000) Integer> cells) {
        Figures figures = told(cells);
        List<Period> months = Per.MONTH.between(FIRST, FIRST.plusMonths(MONTHS - 1L));
        long counted = cells.stream().mapToLong(Integer::longValue).sum();

        Steps whole = figures.whole(Group.DECIDED, months);

        assertThat(whole.from()).isLessThanOrEqualTo(counted);
        assertThat(whole.to()).isGreaterThanOrEqualTo(counted);
        assertThat(whole.to() - whole.from()).isLessThanOrEqualTo(4L * CELLS);
    }

    /** A whole that is known from elsewhere, such as what was granted beside what was delivered, is told in steps as well. */
    @Test
    void aPartCannotBeToldFromTheWholeAndTheOtherPart() {
        for (long whole = 1; whole <= 60; whole++) {
            for (long few = 1; few <= Math.min(4, whole); few++) {
                Steps toldWhole = Steps.of(whole);
                Steps toldRest = Steps.of(whole - few);
                List<Long> possible = LongStream.rangeClosed(1, 4)
                        .filter(guess -> LongStream.rangeClosed(toldRest.from(), toldRest.to())
                                .anyMatch(rest -> Steps.of(rest).equals(toldRest)
                                        && Steps.of(rest + guess).equals(toldWhole)))
                        .boxed()
                        .toList();
                assertThat(possible).as("%d of %d", few, whole).hasSizeGreaterThan(1);
            }
        }
    }

    /** Today's and tomorrow's report of a month that is not over. */
    @Test
    void whatAddedOneToFourPeopleOvernightDoesNotSayHowMany() {
        for (long today = 0; today <= 40; today++) {
            for (long more = 1; more <= 4; more++) {
                Steps before = Steps.of(today);
                Steps after = Steps.of(today + more);
                assertThat(Stream.iterate(before.from(), n -> n <= before.to(), n -> n + 1)
                                .flatMap(n -> LongStream.rangeClosed(after.from(), after.to())
                                        .mapToObj(then -> then - n))
                                .filter(difference -> difference >= 0)
                                .distinct())
                        .hasSizeGreaterThan(1);
            }
        }
    }

    @Test
    void tellsNoneAsNone_fewAsOneToFour_andTheRestInFives() {
        assertThat(LongStream.of(0, 1, 4, 5, 9, 10, 4193).mapToObj(Steps::of))
                .containsExactly(
                        new Steps(0, 0),
                        new Steps(1, 4),
                        new Steps(1, 4),
                        new Steps(5, 9),
                        new Steps(5, 9),
                        new Steps(10, 14),
                        new Steps(4190, 4194));
    }
}
