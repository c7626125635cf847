package be.zeef.source.advice;

import static be.zeef.source.advice.FamilyAdvice.ADULT;
import static be.zeef.source.advice.FamilyAdvice.BILL;
import static be.zeef.source.advice.FamilyAdvice.HOUSEHOLD;
import static be.zeef.source.advice.FamilyAdvice.NO_WAGE;
import static be.zeef.source.advice.FamilyAdvice.POOR;
import static be.zeef.source.advice.FamilyAdvice.WAGES;
import static be.zeef.source.advice.FamilyAdvice.advise;
import static be.zeef.source.advice.FamilyAdvice.family;
import static be.zeef.source.advice.FamilyAdvice.known;
import static be.zeef.source.advice.FamilyAdvice.member;
import static org.assertj.core.api.Assertions.assertThat;

import be.zeef.sieve.Outcome;
import be.zeef.source.Advice;
import be.zeef.source.SourceAnswer;
import be.zeef.source.SourceFacts;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Of whom a source says that they have died: asked about no further, given nothing, and no adult of a household. */
class DeceasedAdviceTest {

    private static final String DIED = "86651200157";
    private static final SourceAnswer DEAD = known(SourceFacts.ofDeceased());

    private final List<String> asked = new ArrayList<>();

    /** Of a household of two adults, one of whom turns out to have died when this service is asked. */
    private Advice widowed(String tells, SourceAnswer wage, SourceAnswer bill) {
        return advise((question, journal) -> {
            boolean died = question.person().digits().equals(DIED);
            asked.add(question.service() + (died ? " of the dead" : ""));
            return switch (question.service()) {
                case HOUSEHOLD -> known(member(family(), DIED, "1986-05-12"));
                case WAGES -> died && tells.equals(WAGES) ? DEAD : wage;
                default -> died ? DEAD : bill;
            };
        });
    }

    @Test
    void decidesOverThoseWhoLive_whenAnAdultHasDied() {
        for (String tells : List.of(WAGES, BILL)) {
            Advice advice = widowed(tells, NO_WAGE, POOR);

            assertThat(advice.decision().outcome()).as(tells).isEqualTo(Outcome.ELIGIBLE);
            assertThat(advice.decision().flag("klasse")).as(tells).isEqualTo("B");
        }
    }

    @Test
    void asksNoFurtherAboutAnAdultWhoHasDied() {
        widowed(WAGES, NO_WAGE, POOR);

        assertThat(asked)
                .containsExactlyInAnyOrder(HOUSEHOLD, WAGES, WAGES + " of the dead", BILL)
                .doesNotContain(BILL + " of the dead");
    }

    @Test
    void isUndetermined_whenTheOnlyAdultHasDied() {
        Advice advice = advise(known(family()), DEAD, POOR);

        assertThat(advice.decision().outcome()).isEqualTo(Outcome.UNDETERMINED);
    }

    @Test
    void givesNothingAndAsksNobodyElse_whenTheSubjectHasDied() {
        Advice advice = advise((question, journal) -> {
            asked.add(question.service() + question.person().equals(ADULT));
            return DEAD;
        });

        assertThat(advice.decision().outcome()).isEqualTo(Outcome.NOT_ELIGIBLE);
        assertThat(advice.decision().flags()).isEmpty();
        assertThat(asked).containsExactly(HOUSEHOLD + false);
    }
}
