package be.zeef.source.advice;

import be.zeef.sieve.DmnRule;
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

/** Advice about a pupil and an adult by the rule of Ghent's schools, with what each source is to answer. */
final class FamilyAdvice {

    static final LocalDate ON = LocalDate.of(2026, 3, 1);
    static final Insz PUPIL = Insz.of("85651200136", Realm.SANDBOX);
    static final Insz ADULT = Insz.of("75680836687", Realm.SANDBOX);
    static final String HOUSEHOLD = "GeefGezinssamenstelling-02.02";
    static final String WAGES = "GeefLeefloonperiodes-02.00";
    static final String BILL = "GeefAanslagbiljetPersonenbelasting-02.00";
    static final Rule RULE = DmnRule.load(Path.of("mappings/rules/gent-onderwijs.dmn"), "tariefklasse");
    static final SourceAnswer NO_WAGE = known(new SourceFacts().with("leefloon", "no"));

    static final SourceAnswer POOR =
            known(new SourceFacts().with("inkomen.7555", "1000").with("artikelnummer", "1"));

    static SourceAnswer known(SourceFacts facts) {
        return new SourceAnswer.Known(facts);
    }

    static SourceFacts member(SourceFacts facts, String person, String born) {
        return facts.with("gezinslid", person, Map.of("positie", "01", "geboren", born));
    }

    static SourceFacts family() {
        return member(member(new SourceFacts(), ADULT.digits(), "1975-08-08"), PUPIL.digits(), "2015-05-12");
    }

    static Advice advise(SourceAnswer household, SourceAnswer wage, SourceAnswer bill) {
        return advise((question, journal) -> switch (question.service()) {
            case HOUSEHOLD -> household;
            case WAGES -> wage;
            default -> bill;
        });
    }

    static Advice advise(PersonSource source) {
        return advise(source, Runnable::run, Duration.ofSeconds(20));
    }

    static Advice advise(PersonSource source, Executor workers, Duration within) {
        return new LocalAdvice(
                        plan(AdvicePlan.Of.ADULTS, Optional.empty()),
                        RULE,
                        new LocalAdvice.Sources(source, NOBODY, workers, Causes.read(Path.of("mappings"))),
                        within,
                        LocalAdvice.Waiting.FOR_ENOUGH)
                .advise(PUPIL, ON, JOURNAL);
    }

    /** @param since the fact that says since when a living wage runs; empty when it is not asked */
    static AdvicePlan plan(AdvicePlan.Of of, Optional<String> since) {
        return new AdvicePlan(
                Optional.of(new AdvicePlan.Household(HOUSEHOLD, "gezinslid", of == AdvicePlan.Of.ADULTS ? 18 : 0)),
                List.of(
                        asked(WAGES, of, new Input.Any("leefloon", "leefloon", Optional.empty(), since)),
                        asked(
                                BILL,
                                of,
                                new Input.Bracket(
                                        "inkomen",
                                        List.of("inkomen.7555"),
                                        "artikelnummer",
                                        List.of(
                                                new Input.Bracket.Limit("B", 2_300_000),
                                                new Input.Bracket.Limit("C", 3_300_000))))),
                Set.of(),
                Map.of());
    }

    private static AdvicePlan.ServiceAsked asked(String service, AdvicePlan.Of of, Input input) {
        return new AdvicePlan.ServiceAsked(service, of, on -> on, false, Map.of(), List.of(input));
    }

    static final CallJournal JOURNAL = new CallJournal() {
        @Override
        public <R> R around(String service, String referte, Supplier<R> call, Function<R, String> code) {
            return call.get();
        }
    };

    static final OcmwRegister NOBODY = new OcmwRegister() {
        @Override
        public void withMeasure(Set<String> measures, LocalDate on, LongStream people, LongConsumer person) {
            throw new SourceUnavailableException("down", null);
        }

        @Override
        public boolean hasMeasure(Insz person, Set<String> measures, LocalDate on) {
            throw new SourceUnavailableException("down", null);
        }
    };

    private FamilyAdvice() {}
}
