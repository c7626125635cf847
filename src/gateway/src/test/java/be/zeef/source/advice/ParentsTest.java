package be.zeef.source.advice;

import static be.zeef.source.advice.FamilyAdvice.BILL;
import static be.zeef.source.advice.FamilyAdvice.HOUSEHOLD;
import static be.zeef.source.advice.FamilyAdvice.JOURNAL;
import static be.zeef.source.advice.FamilyAdvice.NOBODY;
import static be.zeef.source.advice.FamilyAdvice.ON;
import static be.zeef.source.advice.FamilyAdvice.PUPIL;
import static be.zeef.source.advice.FamilyAdvice.RULE;
import static be.zeef.source.advice.FamilyAdvice.WAGES;
import static be.zeef.source.advice.FamilyAdvice.known;
import static be.zeef.source.advice.FamilyAdvice.plan;
import static org.assertj.core.api.Assertions.assertThat;

import be.zeef.sieve.Cause;
import be.zeef.sieve.Decision;
import be.zeef.source.Advice;
import be.zeef.source.SourceAnswer;
import be.zeef.source.SourceFacts;
import be.zeef.subject.Insz;
import be.zeef.subject.Realm;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Advice over a pupil's parents: the reference person and the partner, where the pupil is their child or stepchild. Nobody else of
 * the household grants, blocks, or is asked about.
 */
class ParentsTest {

    private static final Insz MOTHER = Insz.of("75680836687", Realm.SANDBOX);
    private static final Insz FATHER = Insz.of("86651200157", Realm.SANDBOX);
    private static final Insz SISTER = Insz.of("77610100173", Realm.SANDBOX);

    private final SourceFacts household = new SourceFacts();
    private final Map<Insz, SourceFacts> wages = new HashMap<>();
    private final Map<Insz, SourceFacts> bills = new HashMap<>();
    private final Map<String, Set<Insz>> asked = new TreeMap<>();

    @Test
    void anAdultSistersLivingWageGrantsNothing() {
        family("kind")
                .member(SISTER, "kind", "2004-01-01")
                .earns(MOTHER, 5_000_000)
                .earns(FATHER, 0);
        wage(SISTER, "2026-01-01");

        assertThat(advise().decision().outcome()).hasToString("NOT_ELIGIBLE");
        assertThat(asked.get(WAGES)).containsExactlyInAnyOrder(MOTHER, FATHER);
        assertThat(asked.get(BILL)).containsExactlyInAnyOrder(MOTHER, FATHER);
    }

    @Test
    void anAdultSistersIncomeBlocksNothing_norThatNobodyKnowsIt() {
        family("kind").earns(MOTHER, 1_000_000).earns(FATHER, 200_000).earns(SISTER, 9_000_000);
        member(SISTER, "kind", "2004-01-01").member("00000000000", "ander", "1990-01-01");

        assertThat(tariff(advise())).isEqualTo("B");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2004-01-01", "2004-00-00", ""})
    void howOldSomebodyElseIsChangesNothing(String born) {
        family("kind").member(SISTER, "ander", born).earns(MOTHER, 1_000_000).earns(FATHER, 200_000);

        assertThat(tariff(advise())).isEqualTo("B");
    }

    @Test
    void aParentCountsWhateverAge() {
        member(PUPIL, "kind", "2025-05-12").member(MOTHER, "referentiepersoon", "2009-01-01");
        wage(MOTHER, "2026-01-01");

        assertThat(tariff(advise())).isEqualTo("A");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ander", "referentiepersoon", "partner", ""})
    void inAnyOtherPosition_nobodyIsAskedAbout_andItIsToldWhy(String position) {
        family(position);
        wage(MOTHER, "2026-01-01");

        Advice advice = advise();

        assertThat(advice.decision()).isEqualTo(Decision.undetermined(Cause.POSITION));
        assertThat(asked).containsOnlyKeys(HOUSEHOLD);
    }

    @ParameterizedTest
    @ValueSource(strings = {"referentiepersoon", "partner"})
    void ofTwoOfOneKindNobodyKnowsWhichIsTheParent(String role) {
        family("kind")
                .member(SISTER, role, "1980-01-01")
                .earns(MOTHER, 1_000_000)
                .earns(FATHER, 200_000);

        assertThat(advise().decision()).isEqualTo(Decision.undetermined(Cause.HOUSEHOLD));
    }

    @Test
    void withoutAReferencePersonNobodyKnowsTheParents() {
        member(PUPIL, "kind", "2015-05-12")
                .member(FATHER, "partner", "1980-01-01")
                .earns(FATHER, 0);

        assertThat(advise().decision()).isEqualTo(Decision.undetermined(Cause.HOUSEHOLD));
    }

    @ParameterizedTest
    @CsvSource({"true, A", "false, ''"})
    void aParentWithoutANumberLeavesItOpen_unlessTheOtherIsEnough(boolean wage, String tariff) {
        member(PUPIL, "kind", "2015-05-12")
                .member(MOTHER, "referentiepersoon", "1980-01-01")
                .member("00000000000", "partner", "1980-01-01")
                .earns(MOTHER, 0);
        if (wage) {
            wage(MOTHER, "2026-01-01");
        }
        Advice advice = advise();

        assertThat(tariff(advice)).isEqualTo(tariff);
        if (!wage) {
            assertThat(advice.decision()).isEqualTo(Decision.undetermined(Cause.HOUSEHOLD));
        }
    }

    @Test
    void holdsSinceTheEarlierOfTheTwoParents_whoseAnswersAreBothWaitedFor() {
        family("kind");
        wage(MOTHER, "2026-02-15");
        wage(FATHER, "2025-11-03");
        wage(SISTER, "2020-01-01");

        Advice advice = advise();

        assertThat(tariff(advice)).isEqualTo("A");
        assertThat(advice.since()).contains(LocalDate.of(2025, 11, 3));
        assertThat(asked).doesNotContainKey(BILL);
    }

    @Test
    void saysNoDayWhereNoneIsTold_orItHasNotCome() {
        family("kind");
        wages.put(MOTHER, new SourceFacts().with("leefloon", "yes"));
        assertThat(advise().since()).isEmpty();

        wage(MOTHER, "2026-03-02");
        assertThat(advise().since()).isEmpty();
    }

    @Test
    void ofTheHouseholdOfAParent_thatParentAndThePartnerCount() {
        member(MOTHER, "referentiepersoon", "1985-05-12").member(FATHER, "partner", "1986-05-12");
        member(SISTER, "kind", "2004-01-01");
        wage(FATHER, "2026-01-01");

        assertThat(tariff(at(MOTHER))).isEqualTo("A");
        assertThat(asked.get(HOUSEHOLD)).containsExactly(MOTHER);
        assertThat(asked.get(WAGES)).containsExactlyInAnyOrder(MOTHER, FATHER);
        assertThat(at(SISTER).decision())
                .as("who does not head it is no parent")
                .isEqualTo(Decision.undetermined(Cause.POSITION));
    }

    private Advice at(Insz parent) {
        return advice().advise(PUPIL, List.of(parent), ON, JOURNAL).get(0);
    }

    private ParentsTest family(String position) {
        return member(PUPIL, position, "2015-05-12")
                .member(MOTHER, "referentiepersoon", "1985-05-12")
                .member(FATHER, "partner", "1986-05-12");
    }

    private ParentsTest member(Insz person, String role, String born) {
        return member(person.digits(), role, born);
    }

    private ParentsTest member(String person, String role, String born) {
        household.with("gezinslid", person, Map.of("rol", role, "geboren", born));
        return this;
    }

    private ParentsTest earns(Insz person, long cents) {
        bills.put(
                person,
                new SourceFacts().with("inkomen.7555", Long.toString(cents)).with("artikelnummer", person.digits()));
        return this;
    }

    private void wage(Insz person, String since) {
        wages.put(person, new SourceFacts().with("leefloon", "yes").with("leefloonSinds", since));
    }

    private static String tariff(Advice advice) {
        return advice.decision().flag("klasse");
    }

    private Advice advise() {
        return advice().advise(PUPIL, ON, JOURNAL);
    }

    private LocalAdvice advice() {
        return new LocalAdvice(
                plan(AdvicePlan.Of.PARENTS, Optional.of("leefloonSinds")),
                RULE,
                new LocalAdvice.Sources(
                        (question, journal) -> answer(question.service(), question.person()), NOBODY, Runnable::run),
                Duration.ofSeconds(20),
                LocalAdvice.Waiting.FOR_ENOUGH);
    }

    private SourceAnswer answer(String service, Insz person) {
        asked.computeIfAbsent(service, none -> new TreeSet<>((a, b) -> Long.compare(a.value(), b.value())))
                .add(person);
        return known(
                switch (service) {
                    case HOUSEHOLD -> household;
                    case WAGES -> wages.getOrDefault(person, new SourceFacts().with("leefloon", "no"));
                    default -> bills.getOrDefault(person, new SourceFacts());
                });
    }
}
