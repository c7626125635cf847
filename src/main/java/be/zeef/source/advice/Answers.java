package be.zeef.source.advice;

import be.zeef.sieve.FactSpace;
import be.zeef.sieve.Ternary;
import be.zeef.source.CallJournal;
import be.zeef.source.SourceAnswer;
import be.zeef.source.SourceFacts;
import be.zeef.source.SourceFacts.Member;
import be.zeef.source.advice.AdvicePlan.Asked;
import be.zeef.source.advice.AdvicePlan.Household;
import be.zeef.source.advice.AdvicePlan.Of;
import be.zeef.subject.Insz;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/** What was answered so far about one subject, and which questions follow from it. Lives in memory; one thread's. */
final class Answers {

    private final AdvicePlan plan;
    private final Map<Asked, List<SourceFacts>> given = new HashMap<>();
    private final Map<Asked, Integer> asked = new HashMap<>();
    private final Set<String> reasons = new TreeSet<>();
    private Optional<SourceFacts> household = Optional.empty();
    private boolean barred;
    private Ternary measure = Ternary.UNKNOWN;

    Answers(AdvicePlan plan) {
        this.plan = plan;
    }

    /** Everything that can be asked when only the subject is known. */
    List<Question> first(Insz subject, CallJournal journal) {
        List<Question> questions = new ArrayList<>();
        for (Asked service : plan.services()) {
            if (service.of() == Of.SUBJECT) {
                asked.put(service, 1);
                questions.add(person(service, subject, journal));
            }
        }
        plan.household()
                .ifPresent(each -> questions.add(new Question.OfPerson(
                                each.service(),
                                Set.of(each.fact()),
                                Map.of(),
                                UnaryOperator.identity(),
                                false,
                                subject,
                                journal)
                        .then(answer -> household = Optional.of(facts(each.service(), answer)))));
        if (!plan.measures().isEmpty()) {
            questions.add(new Question.OfOcmw(plan.measures(), subject, journal, this::measure));
        }
        return questions;
    }

    private void measure(Ternary known) {
        measure = known;
        if (known == Ternary.UNKNOWN) {
            reasons.add("ocmw UNAVAILABLE");
        }
    }

    /** The questions of this service about every adult; none while nobody knows who lives there. */
    List<Question> adults(Asked service, LocalDate on, CallJournal journal) {
        List<Insz> adults = plan.household()
                .flatMap(each -> household.map(facts -> adults(each, facts, on)))
                .orElse(List.of());
        asked.put(service, everyAge(on) ? adults.size() : adults.size() + 1);
        return adults.stream()
                .map(adult -> person(service, adult, journal.about(adult)))
                .toList();
    }

    private Question person(Asked service, Insz person, CallJournal journal) {
        return new Question.OfPerson(
                        service.service(),
                        service.facts(),
                        service.parameters(),
                        service.day(),
                        service.followReplaced(),
                        person,
                        journal)
                .then(answer -> given.computeIfAbsent(service, none -> new ArrayList<>())
                        .add(facts(service.service(), answer)));
    }

    private SourceFacts facts(String service, SourceAnswer answer) {
        if (!answer.code().isEmpty()) {
            reasons.add(service + " " + answer.code());
            barred |= answer instanceof SourceAnswer.Barred;
        }
        return answer.facts();
    }

    private static List<Insz> adults(Household how, SourceFacts facts, LocalDate on) {
        return facts.members(how.fact()).stream()
                .filter(member -> member.born()
                        .filter(born -> !born.plusYears(how.adultFrom()).isAfter(on))
                        .isPresent())
                .map(Member::person)
                .distinct()
                .toList();
    }

    /** Whether everyone who lives there has a number and an age; otherwise somebody may be an adult unasked. */
    private boolean everyAge(LocalDate on) {
        return plan.household()
                .flatMap(how -> household.map(facts -> {
                    List<Member> members = facts.members(how.fact());
                    return members.size() == facts.count(how.fact())
                            && members.stream().allMatch(member -> member.born()
                                    .filter(born -> !born.isAfter(on))
                                    .isPresent());
                }))
                .orElse(false);
    }

    /** The rule's inputs as far as they are known. */
    Map<String, String> known() {
        Map<String, String> known = new HashMap<>();
        for (Asked service : plan.services()) {
            List<SourceFacts> answers = given.getOrDefault(service, List.of());
            boolean everyone = answers.size() == asked.getOrDefault(service, -1);
            service.inputs().forEach(input -> known.put(input.name(), input.value(answers, everyone)));
        }
        if (!plan.measures().isEmpty()) {
            known.put(AdvicePlan.MEASURE, measure.name().toLowerCase(Locale.ROOT));
        }
        known.values().removeIf(FactSpace.UNKNOWN::equals);
        return known;
    }

    boolean barred() {
        return barred;
    }

    List<String> reasons() {
        return List.copyOf(reasons);
    }
}
