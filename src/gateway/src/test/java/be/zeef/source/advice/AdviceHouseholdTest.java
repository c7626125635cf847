package be.zeef.source.advice;

import static be.zeef.source.advice.FamilyAdvice.NO_WAGE;
import static be.zeef.source.advice.FamilyAdvice.POOR;
import static be.zeef.source.advice.FamilyAdvice.PUPIL;
import static be.zeef.source.advice.FamilyAdvice.advise;
import static be.zeef.source.advice.FamilyAdvice.family;
import static be.zeef.source.advice.FamilyAdvice.known;
import static be.zeef.source.advice.FamilyAdvice.member;
import static org.assertj.core.api.Assertions.assertThat;

import be.zeef.sieve.Cause;
import be.zeef.sieve.Decision;
import be.zeef.sieve.Outcome;
import be.zeef.source.Advice;
import be.zeef.source.SourceFacts;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Who is part of a household on the day in question. */
class AdviceHouseholdTest {

    @Test
    void countsUnderTheHousehold_whenSomeonesAgeOrNumberIsNotKnown_orNoAdultLivesThere() {
        for (SourceFacts household : List.of(
                member(family(), "00000000000", "1980-01-01"),
                member(family(), "85651200235", "1980-00-00"),
                member(new SourceFacts(), PUPIL.digits(), "2015-05-12"))) {
            assertThat(advise(known(household), NO_WAGE, POOR).decision())
                    .isEqualTo(Decision.undetermined(Cause.HOUSEHOLD));
        }
    }

    @Test
    void decidesTheHouseholdOfTheDay_whenSomebodyWasBornIntoItSince() {
        for (SourceFacts household : List.of(
                member(family(), "85651200235", "2026-03-02"),
                member(family(), "85651200235", "2026-04-00"),
                member(family(), "85651200235", "2027-00-00"),
                member(family(), "00000000000", "2026-03-02"))) {
            Advice advice = advise(known(household), NO_WAGE, POOR);

            assertThat(advice.decision().outcome()).isEqualTo(Outcome.ELIGIBLE);
            assertThat(advice.decision().flag("klasse")).isEqualTo("B");
            assertThat(advice.notYetBorn()).isEqualTo(1);
        }
    }

    @Test
    void doesNotKnowTheHousehold_whenSomebodyMayHaveBeenBornByTheDay() {
        Advice advice = advise(known(member(family(), "85651200235", "2026-00-00")), NO_WAGE, POOR);

        assertThat(advice.decision()).isEqualTo(Decision.undetermined(Cause.HOUSEHOLD));
        assertThat(advice.notYetBorn()).isZero();
    }
}
