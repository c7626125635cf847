package be.zeef.sync;

import static org.assertj.core.api.Assertions.assertThat;

import be.zeef.plan.SyncPlan;
import be.zeef.sieve.Cause;
import be.zeef.sieve.Ternary;
import be.zeef.source.ListAnswer.Cells;
import be.zeef.source.StatusAsked;
import java.time.LocalDate;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Several statuses as one input: any or all of them, where one that nobody knows is never taken for a no. */
class StatusFactsTest {

    private static final LocalDate DAY = LocalDate.of(2026, 7, 1);

    @ParameterizedTest
    @CsvSource({
        "YES, YES, YES, YES",
        "YES, NO, YES, NO",
        "YES, UNKNOWN, YES, UNKNOWN",
        "NO, YES, YES, NO",
        "NO, NO, NO, NO",
        "NO, UNKNOWN, UNKNOWN, NO",
        "UNKNOWN, YES, YES, UNKNOWN",
        "UNKNOWN, NO, UNKNOWN, NO",
        "UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN"
    })
    void combines(Ternary one, Ternary other, Ternary any, Ternary all) {
        assertThat(fact(false, one, other).of(0)).isEqualTo(any);
        assertThat(fact(true, one, other).of(0)).isEqualTo(all);
    }

    @Test
    void tellsWhyNobodyKnows_byTheStatusThatIsNotKnown() {
        assertThat(fact(true, Ternary.YES, Ternary.UNKNOWN).why(0)).isEqualTo(Cause.DOUBTFUL);
        assertThat(fact(false, Ternary.UNKNOWN, Ternary.NO).why(0)).isEqualTo(Cause.DOUBTFUL);
    }

    @Test
    void keepsInputsApart_whateverTheirOrder() {
        SyncPlan.ListPart list = new SyncPlan.ListPart(
                "op",
                List.of(status("ONE"), status("OTHER")),
                List.of(
                        new SyncPlan.StatusInput("b", List.of("ONE"), false),
                        new SyncPlan.StatusInput("a", List.of("OTHER"), false)),
                false,
                false);

        StatusFacts facts = StatusFacts.of(list, List.of(cells(Ternary.YES), cells(Ternary.NO)));

        assertThat(facts.inputs().get("b").of(0)).isEqualTo(Ternary.YES);
        assertThat(facts.inputs().get("a").of(0)).isEqualTo(Ternary.NO);
        assertThat(facts.any().of(0)).isEqualTo(Ternary.YES);
    }

    private static PersonFact fact(boolean all, Ternary one, Ternary other) {
        SyncPlan.ListPart list = new SyncPlan.ListPart(
                "op",
                List.of(status("ONE"), status("OTHER")),
                List.of(new SyncPlan.StatusInput("input", List.of("ONE", "OTHER"), all)),
                false,
                false);
        return StatusFacts.of(list, List.of(cells(one), cells(other))).inputs().get("input");
    }

    private static StatusAsked status(String name) {
        return new StatusAsked(name, DAY, List.of("9000"), OptionalInt.empty());
    }

    private static Cells cells(Ternary value) {
        Cells cells = new Cells(1);
        if (value == Ternary.UNKNOWN) {
            cells.unknown(0, Cause.DOUBTFUL);
        } else {
            cells.set(0, value);
        }
        return cells;
    }
}
