package be.zeef.source.advice;

import static org.assertj.core.api.Assertions.assertThat;

import be.zeef.sieve.Cause;
import be.zeef.sieve.Decision;
import be.zeef.sieve.DmnRule;
import be.zeef.sieve.Outcome;
import be.zeef.sieve.Rule;
import be.zeef.source.Advice;
import be.zeef.source.CallJournal;
import be.zeef.source.Causes;
import be.zeef.source.OcmwRegister;
import be.zeef.source.PersonSource;
import be.zeef.source.SourceAnswer;
import be.zeef.source.SourceFacts;
import be.zeef.source.SourceUnavailableException;
import be.zeef.subject.Insz;
import be.zeef.subject.Realm;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.function.LongConsumer;
import java.util.function.Supplier;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Why advice is undetermined, and who is part of a household on the day in question. */
class AdviceCausesTest {

    private static final LocalDate ON = LocalDate.of(2026, 3, 1);
    private static final Insz PUPIL = Insz.of("85651200136", Realm.SANDBOX);
    private static final Insz ADULT = Insz.of("75680836687", Realm.SANDBOX);
    private static final String HOUSEHOLD = "GeefGezinssamenstelling-02.02";
    private static final String WAGES = "GeefLeefloonperiodes-02.00";
    private static final String BILL = "GeefAanslagbiljetPersonenbelasting-02.00";
    private static final Rule RULE = DmnRule.load(Path.of("mappings/rules/gent-onderwijs.dmn"), "tariefklasse");
    private static final SourceAnswer NO_WAGE = known(new SourceFacts().with("leefloon", "no"));
    private static final SourceAnswer POOR =
            known(new SourceFacts().with("inkomen.7555", "1000").with("artikelnummer", "1"));

    private static SourceAnswer known(SourceFacts facts) {
        return new SourceAnswer.Known(facts);
    }

    private static SourceFacts member(SourceFacts facts, String person, String born) {
        return facts.with("gezinslid", person, Map.of("positie", "01", "geboren", born));
    }

    private static SourceFacts family() {
        return member(member(new SourceFacts(), ADULT.digits(), "1975-08-08"), PUPIL.digits(), "2015-05-12");
    }

    private static Advice advise(SourceAnswer household, SourceAnswer wage, SourceAnswer bill) {
        return advise((question, journal) -> switch (question.service()) {
            case HOUSEHOLD -> household;
            case WAGES -> wage;
            default -> bill;
        });
    }

    private static Advice advise(PersonSource source) {
        return advise(source, Runnable::run, Duration.ofSeconds(20));
    }

    private static Advice advise(PersonSource source, Executor workers, Duration within) {
        AdvicePlan plan = new AdvicePlan(
                Optional.of(new AdvicePlan.Household(HOUSEHOLD, "gezinslid", 18)),
                List.of(
                        asked(WAGES, new Input.Any("leefloon", "leefloon", Optional.empty())),
                        asked(
                                BILL,
                                new Input.Bracket(
                                        "inkomen",
                                        List.of("inkomen.7555"),
                                        "artikelnummer",
                                        List.of(
                                                new Input.Bracket.Limit("B", 2_300_000),
                                                new Input.Bracket.Limit("C", 3_300_000))))),
                Set.of(),
                Map.of());
        return new LocalAdvice(
                        plan,
                        RULE,
                        new LocalAdvice.Sources(source, NOBODY, workers, Causes.read(Path.of("mappings"))),
                        within,
                        LocalAdvice.Waiting.FOR_ENOUGH)
                .advise(PUPIL, ON, JOURNAL);
    }

    private static AdvicePlan.ServiceAsked asked(String service, Input input) {
        return new AdvicePlan.ServiceAsked(service, AdvicePlan.Of.ADULTS, on -> on, false, Map.of(), List.of(input));
    }

    private static final CallJournal JOURNAL = new CallJournal() {
        @Override
        public <R> R around(String service, String referte, Supplier<R> call, Function<R, String> code) {
            return call.get();
        }
    };

    private static final OcmwRegister NOBODY = new OcmwRegister() {
        @Override
        public void withMeasure(Set<String> measures, LocalDate on, LongStream people, LongConsumer person) {
            throw new SourceUnavailableException("down", null);
        }

        @Override
        public boolean hasMeasure(Insz person, Set<String> measures, LocalDate on) {
            throw new SourceUnavailableException("down", null);
        }
    };

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
