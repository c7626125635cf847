package be.zeef.sync;

import static org.assertj.core.api.Assertions.assertThat;

import be.zeef.plan.GrantPeriod;
import be.zeef.plan.SyncPlan;
import be.zeef.sieve.Cause;
import be.zeef.sieve.Decision;
import be.zeef.sieve.Outcome;
import be.zeef.source.Advice;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A child who lives in two households: either may grant. */
class EitherHouseholdTest {

    private static final List<String> CLASSES = List.of("A", "B", "C");
    private static final SyncPlan.Granted GRANTED = new SyncPlan.Granted(
            GrantPeriod.schoolYear(LocalDate.of(2026, 3, 1)), "klasse", Set.copyOf(CLASSES), CLASSES, false);
    private static final Advice NO = advice(new Decision(Outcome.NOT_ELIGIBLE, Map.of()));

    @Test
    void grantsWhenEitherDoes_theBetterClass() {
        for (Advice other : List.of(NO, open(Cause.NO_ANSWER), yes("C"))) {
            assertThat(of(yes("B"), other).decision().flag("klasse")).isEqualTo("B");
            assertThat(of(other, yes("B")).decision().flag("klasse")).isEqualTo("B");
        }
    }

    @Test
    void refusesOnlyWhenBothDo() {
        assertThat(of(NO, NO).decision().outcome()).isEqualTo(Outcome.NOT_ELIGIBLE);
        assertThat(of(NO, open(Cause.NO_ANSWER)).decision()).isEqualTo(Decision.undetermined(Cause.NO_ANSWER));
        assertThat(of(open(Cause.POSITION), open(Cause.NO_ANSWER)).decision())
                .isEqualTo(Decision.undetermined(Cause.NO_ANSWER));
    }

    @Test
    void countsFromTheEarlierOfTwoDaysOfTheClassThatIsGranted() {
        assertThat(of(yes("A", "2026-02-01"), yes("A", "2026-01-01")).since()).contains(LocalDate.of(2026, 1, 1));
        assertThat(of(yes("A", "2026-02-01"), yes("B", "2026-01-01")).since()).contains(LocalDate.of(2026, 2, 1));
    }

    @Test
    void tellsWhatBothWereTold() {
        Advice barred = new Advice(Decision.undetermined(Cause.REFUSED), List.of("x"), true, 1, Optional.empty());
        Advice both = of(barred, new Advice(NO.decision(), List.of("x", "y"), false, 2, Optional.empty()));

        assertThat(both.barred()).isTrue();
        assertThat(both.reasons()).containsExactly("x", "y");
        assertThat(both.notYetBorn()).isEqualTo(3);
    }

    private static Advice of(Advice... each) {
        return EitherHousehold.of(List.of(each), GRANTED);
    }

    private static Advice open(Cause cause) {
        return advice(Decision.undetermined(cause));
    }

    private static Advice yes(String value) {
        return advice(new Decision(Outcome.ELIGIBLE, Map.of("klasse", value)));
    }

    private static Advice yes(String value, String since) {
        return new Advice(yes(value).decision(), List.of(), false, 0, Optional.of(LocalDate.parse(since)));
    }

    private static Advice advice(Decision decision) {
        return new Advice(decision, List.of(), false);
    }
}
