package be.zeef.source.advice;

import static org.assertj.core.api.Assertions.assertThat;

import be.zeef.sieve.Decision;
import be.zeef.sieve.DmnRule;
import be.zeef.sieve.Outcome;
import be.zeef.sieve.Rule;
import be.zeef.source.Advice;
import be.zeef.source.CallJournal;
import be.zeef.source.PersonQuestion;
import be.zeef.source.SourceAnswer;
import be.zeef.source.SourceFacts;
import be.zeef.source.advice.Input.Bracket;
import be.zeef.subject.Insz;
import be.zeef.subject.Realm;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The advice about a pupil over the adults of the household: every household of two adults, each of whose answers may be
 * anything or missing, against the best class that holds whatever the missing answers are.
 */
class EducationAdviceTest {

    private static final LocalDate ON = LocalDate.of(2026, 3, 1);
    private static final Insz PUPIL = Insz.of("15651200150", Realm.SANDBOX);
    private static final Insz FIRST = Insz.of("85651200136", Realm.SANDBOX);
    private static final Insz SECOND = Insz.of("86651200157", Realm.SANDBOX);
    private static final Rule RULE = DmnRule.load(Path.of("mappings/rules/gent-onderwijs.dmn"), "tariefklasse");
    private static final String WAGES = "GeefLeefloonperiodes-02.00";
    private static final String BILL = "GeefAanslagbiljetPersonenbelasting-02.00";
    private static final AdvicePlan PLAN = new AdvicePlan(
            Optional.of(new AdvicePlan.Household("GeefGezinssamenstelling-02.02", "gezinslid", 18)),
            List.of(
                    new AdvicePlan.ServiceAsked(
                            WAGES,
                            AdvicePlan.Of.ADULTS,
                            on -> on,
                            false,
                            Map.of(),
                            List.of(new Input.Any("leefloon", "leefloon", Optional.empty()))),
                    new AdvicePlan.ServiceAsked(
                            BILL,
                            AdvicePlan.Of.ADULTS,
                            on -> on.minusYears(2),
                            false,
                            Map.of(),
                            List.of(new Bracket(
                                    "inkomen",
                                    List.of("inkomen.7555", "inkomen.7557"),
                                    "artikelnummer",
                                    List.of(new Bracket.Limit("B", 2_300_000), new Bracket.Limit("C", 3_300_000)))))),
            Set.of(),
            Map.of());

    /** What is true of an adult; empty where the source says nothing. */
    private record Adult(Optional<Boolean> wage, Optional<Long> income) {

        /** Everything that may be true of one of whom this is known. */
        Stream<Adult> completions() {
            return wage.map(Stream::of).orElse(Stream.of(true, false)).flatMap(w -> income.map(Stream::of)
                    .orElse(INCOMES.stream())
                    .map(i -> new Adult(Optional.of(w), Optional.of(i))));
        }
    }

    /** In eurocents, around the limits alone and added up. */
    private static final List<Long> INCOMES = List.of(0L, 1_000_000L, 2_299_999L, 2_300_000L, 3_299_999L, 3_300_000L);

    private static Stream<Adult> adults() {
        List<Optional<Long>> incomes =
                new ArrayList<>(INCOMES.stream().map(Optional::of).toList());
        incomes.add(Optional.empty());
        return Stream.of(Optional.of(true), Optional.of(false), Optional.<Boolean>empty())
                .flatMap(wage -> incomes.stream().map(income -> new Adult(wage, income)));
    }

    /** The class by the published table, A best; empty for none. */
    private static String truth(Adult first, Adult second) {
        if (first.wage().orElseThrow() || second.wage().orElseThrow()) {
            return "A";
        }
        long income = first.income().orElseThrow() + second.income().orElseThrow();
        return income < 2_300_000 ? "B" : income < 3_300_000 ? "C" : "";
    }

    @Test
    void givesTheBestClassThatHoldsWhateverIsMissing_inEveryHouseholdOfTwo() {
        adults().forEach(first -> adults().forEach(second -> {
            Set<String> possible = first.completions()
                    .flatMap(one -> second.completions().map(other -> truth(one, other)))
                    .collect(Collectors.toSet());
            String worst = possible.contains("")
                    ? ""
                    : possible.stream().max(String::compareTo).orElseThrow();
            Outcome outcome = !worst.isEmpty()
                    ? Outcome.ELIGIBLE
                    : possible.size() == 1 ? Outcome.NOT_ELIGIBLE : Outcome.UNDETERMINED;

            Decision decision = ask(family(List.of(first, second))).decision();

            assertThat(decision.outcome()).as("%s and %s", first, second).isEqualTo(outcome);
            assertThat(decision.flag("klasse")).as("%s and %s", first, second).isEqualTo(worst);
        }));
    }

    @Test
    void asksForNoIncome_whenALivingWageIsEnough() {
        ConcurrentLinkedQueue<String> asked = new ConcurrentLinkedQueue<>();
        Adult wage = new Adult(Optional.of(true), Optional.of(0L));

        ask(question -> {
            asked.add(question.service());
            return family(List.of(wage, wage)).apply(question);
        });

        assertThat(asked).contains(WAGES).doesNotContain(BILL);
    }

    @Test
    void countsABillOnce_whenBothSpousesShowIt() {
        Advice advice = ask(question -> question.service().equals(BILL)
                ? known(new SourceFacts().with("inkomen.7555", "2000000").with("artikelnummer", "7"))
                : family(List.of(NOTHING, NOTHING)).apply(question));

        assertThat(advice.decision().flag("klasse")).isEqualTo("B");
    }

    @Test
    void isUndetermined_whenABillOfBothShowsTwoAmounts() {
        Advice advice = ask(question -> question.service().equals(BILL)
                ? known(new SourceFacts()
                        .with("inkomen.7555", question.person().equals(FIRST) ? "1000000" : "1500000")
                        .with("artikelnummer", "7"))
                : family(List.of(NOTHING, NOTHING)).apply(question));

        assertThat(advice.decision().outcome()).isEqualTo(Outcome.UNDETERMINED);
    }

    @Test
    void isUndetermined_whenTheHouseholdIsNotKnown_orNoAdultIsInIt_orSomeonesAgeIsNotKnown() {
        Adult poor = new Adult(Optional.of(false), Optional.of(0L));
        for (SourceAnswer household : List.of(
                new SourceAnswer.Undetermined("60006"),
                known(member(new SourceFacts(), PUPIL, "2015-05-12")),
                known(member(member(new SourceFacts(), FIRST, "1985-05-12"), SECOND, "1986-00-00")),
                known(member(new SourceFacts(), FIRST, "1985-05-12").with("gezinslid", "00000000000")))) {
            Advice advice = ask(question -> question.service().startsWith("GeefGezins")
                    ? household
                    : family(List.of(poor, poor)).apply(question));

            assertThat(advice.decision().outcome()).isEqualTo(Outcome.UNDETERMINED);
        }
    }

    @Test
    void tellsThatWeAreRefused_whenASourceRefusesUs() {
        Advice advice = ask(question -> new SourceAnswer.Barred("13001"));

        assertThat(advice.barred()).isTrue();
        assertThat(advice.decision().outcome()).isEqualTo(Outcome.UNDETERMINED);
    }

    private static final Adult NOTHING = new Adult(Optional.of(false), Optional.empty());

    private interface Source {
        SourceAnswer apply(PersonQuestion question);
    }

    private static Source family(List<Adult> adults) {
        return question -> {
            Adult adult = adults.get(question.person().equals(SECOND) ? 1 : 0);
            return switch (question.service()) {
                case WAGES ->
                    adult.wage()
                            .<SourceAnswer>map(wage -> known(new SourceFacts().with("leefloon", wage ? "yes" : "no")))
                            .orElse(new SourceAnswer.Undetermined("60006"));
                case BILL ->
                    adult.income()
                            .<SourceAnswer>map(income -> known(new SourceFacts()
                                    .with("inkomen.7555", Long.toString(income))
                                    .with("artikelnummer", question.person().equals(FIRST) ? "1" : "2")))
                            .orElse(new SourceAnswer.Undetermined("45008"));
                default ->
                    known(member(
                            member(member(new SourceFacts(), FIRST, "1985-05-12"), SECOND, "1986-05-12"),
                            PUPIL,
                            "2015-05-12"));
            };
        };
    }

    private static SourceFacts member(SourceFacts facts, Insz person, String born) {
        return facts.with("gezinslid", person.digits(), Map.of("positie", "01", "geboren", born));
    }

    private static SourceAnswer known(SourceFacts facts) {
        return new SourceAnswer.Known(facts);
    }

    private static Advice ask(Source source) {
        LocalAdvice advice = new LocalAdvice(
                PLAN,
                RULE,
                new LocalAdvice.Sources((question, journal) -> source.apply(question), null, Runnable::run),
                Duration.ofSeconds(5),
                LocalAdvice.Waiting.FOR_ENOUGH);
        return advice.advise(PUPIL, ON, new CallJournal() {
            @Override
            public <R> R around(String service, String referte, Supplier<R> call, Function<R, String> code) {
                return call.get();
            }
        });
    }
}
