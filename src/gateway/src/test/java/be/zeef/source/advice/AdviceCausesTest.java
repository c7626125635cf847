package be.zeef.source.advice;

import static be.zeef.source.advice.FamilyAdvice.HOUSEHOLD;
import static be.zeef.source.advice.FamilyAdvice.JOURNAL;
import static be.zeef.source.advice.FamilyAdvice.NOBODY;
import static be.zeef.source.advice.FamilyAdvice.NO_WAGE;
import static be.zeef.source.advice.FamilyAdvice.ON;
import static be.zeef.source.advice.FamilyAdvice.PUPIL;
import static be.zeef.source.advice.FamilyAdvice.advise;
import static be.zeef.source.advice.FamilyAdvice.family;
import static be.zeef.source.advice.FamilyAdvice.known;
import static org.assertj.core.api.Assertions.assertThat;

import be.zeef.sieve.Cause;
import be.zeef.sieve.Decision;
import be.zeef.sieve.Outcome;
import be.zeef.sieve.Rule;
import be.zeef.source.Advice;
import be.zeef.source.SourceAnswer;
import be.zeef.source.SourceFacts;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Why advice is undetermined. */
class AdviceCausesTest {

    @ParameterizedTest
    @CsvSource({
        "60006, NO_ANSWER",
        "TIMEOUT, NO_ANSWER",
        "TOO_LATE, NO_ANSWER",
        "45008, MISSING",
        "15021, FILTERED",
        "30002, UNUSABLE_NUMBER",
        "30004, UNUSABLE_NUMBER",
        "40003, NOT_INSCRIBED",
        "30030, DOUBTFUL",
        "MSG00100, MISSING",
        "ANOTHER_PERSON, ANOTHER_PERSON",
        "SIGNATURE, UNUSABLE_ANSWER",
        "SCHEMA, UNUSABLE_ANSWER",
        "99999999, UNUSABLE_ANSWER"
    })
    void countsUnderWhatTheCodeMeans(String code, Cause cause) {
        Advice advice = advise(known(family()), NO_WAGE, new SourceAnswer.Undetermined(code));

        assertThat(advice.decision()).isEqualTo(Decision.undetermined(cause));
    }

    @Test
    void countsUnderRefused_whenASourceRefusesUs() {
        Advice advice = advise(known(family()), NO_WAGE, new SourceAnswer.Barred("13001"));

        assertThat(advice.decision()).isEqualTo(Decision.undetermined(Cause.REFUSED));
    }

    @Test
    void countsUnderWhatCanBeMended_whenSeveralCausesHold() {
        Advice advice =
                advise(known(family()), new SourceAnswer.Undetermined("60006"), new SourceAnswer.Undetermined("15021"));

        assertThat(advice.decision()).isEqualTo(Decision.undetermined(Cause.NO_ANSWER));
    }

    @Test
    void countsUnderMissingOrContradicted_whenAnAnswerDoesNotTellOrTellsTwoThings() {
        assertThat(advise(known(family()), NO_WAGE, known(new SourceFacts())).decision())
                .isEqualTo(Decision.undetermined(Cause.MISSING));
        SourceFacts two = new SourceFacts()
                .with("inkomen.7555", "1000")
                .with("inkomen.7555", "2000")
                .with("artikelnummer", "1");
        assertThat(advise(known(family()), NO_WAGE, known(two)).decision())
                .isEqualTo(Decision.undetermined(Cause.CONTRADICTED));
    }

    @Test
    void countsUnderNoAnswer_andTellsWhoDidNot_whenNobodyAnswersInTime() {
        Advice advice = advise((question, journal) -> NO_WAGE, never -> {}, Duration.ofMillis(20));

        assertThat(advice.decision()).isEqualTo(Decision.undetermined(Cause.NO_ANSWER));
        assertThat(advice.reasons()).containsExactly(HOUSEHOLD + " TOO_LATE");
    }

    @Test
    void countsUnderNoAnswer_whenASourceFailsUnforeseen() {
        Advice advice = advise((question, journal) -> {
            throw new IllegalStateException("a bug");
        });

        assertThat(advice.decision()).isEqualTo(Decision.undetermined(Cause.NO_ANSWER));
    }

    @Test
    void countsUnderNoAnswer_whenTheWelfareDatabaseIsDown() {
        AdvicePlan plan = new AdvicePlan(Optional.empty(), List.of(), Set.of("CSR"), Map.of());
        Rule rule = facts -> new Decision(Outcome.UNDETERMINED, Map.of());
        Advice advice = new LocalAdvice(
                        plan,
                        rule,
                        new LocalAdvice.Sources((question, journal) -> NO_WAGE, NOBODY, Runnable::run),
                        Duration.ofSeconds(5),
                        LocalAdvice.Waiting.FOR_ALL)
                .advise(PUPIL, ON, JOURNAL);

        assertThat(advice.decision()).isEqualTo(Decision.undetermined(Cause.NO_ANSWER));
        assertThat(advice.reasons()).containsExactly("ocmw UNAVAILABLE");
    }

    @Test
    void countsUnderTheRuleItself_whenEverythingIsKnown() {
        AdvicePlan plan = new AdvicePlan(Optional.empty(), List.of(), Set.of(), Map.of());
        Advice advice = new LocalAdvice(
                        plan,
                        facts -> new Decision(Outcome.UNDETERMINED, Map.of()),
                        new LocalAdvice.Sources((question, journal) -> NO_WAGE, NOBODY, Runnable::run),
                        Duration.ofSeconds(5),
                        LocalAdvice.Waiting.FOR_ALL)
                .advise(PUPIL, ON, JOURNAL);

        assertThat(advice.decision()).isEqualTo(Decision.undetermined(Cause.RULE_OPEN));
    }
}
