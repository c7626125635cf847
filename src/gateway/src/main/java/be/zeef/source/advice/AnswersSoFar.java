package be.zeef.source.advice;

import be.zeef.sieve.Cause;
import be.zeef.sieve.FactSpace;
import be.zeef.sieve.Ternary;
import be.zeef.source.CallJournal;
import be.zeef.source.Causes;
import be.zeef.source.SourceAnswer;
import be.zeef.source.SourceFacts;
import be.zeef.source.SourceFacts.Member;
import be.zeef.source.advice.AdvicePlan.Household;
import be.zeef.source.advice.AdvicePlan.Of;
import be.zeef.source.advice.AdvicePlan.ServiceAsked;
import be.zeef.subject.Insz;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * What was answered so far about one subject, and which questions follow from it. A household is the one of the day in
 * question: who was born after it is left out of it, and counted. Lives in memory; one thread's.
 */
final class AnswersSoFar {

    private static final String OCMW = "ocmw";

    private final AdvicePlan plan;
    private final LocalDate on;
    private final Whys whys;
    private final Map<ServiceAsked, List<SourceFacts>> given = new HashMap<>();
    private final Map<ServiceAsked, Integer> asked = new HashMap<>();
    private Optional<SourceFacts> household = Optional.empty();
    private final Set<Insz> dead = new HashSet<>();
    private boolean subjectDied;
    private int notYetBorn;
    private Ternary measure = Ternary.UNKNOWN;

    /**
     * @param on the day in question
     * @param causes what the sources' codes mean
     */
    AnswersSoFar(AdvicePlan plan, LocalDate on, Causes causes) {
        this.plan = plan;
        this.on = on;
        this.whys = new Whys(causes);
    }

    /** Everything that can be asked when only the subject is known. */
    List<QuestionUnderWay> first(Insz subject, CallJournal journal) {
        List<QuestionUnderWay> questions = new ArrayList<>();
        for (ServiceAsked service : plan.services()) {
            if (service.of() == Of.SUBJECT) {
                asked.put(service, 1);
                questions.add(person(service, subject, journal));
            }
        }
        plan.household().ifPresent(each -> questions.add(household(each, subject, journal)));
        if (!plan.measures().isEmpty()) {
            whys.asked(OCMW);
            questions.add(new QuestionUnderWay.OfOcmw(plan.measures(), subject, journal, this::measured));
        }
        return questions;
    }

    private QuestionUnderWay household(Household how, Insz subject, CallJournal journal) {
        whys.asked(how.service());
        return new QuestionUnderWay.OfPerson(
                        how.service(), Set.of(how.fact()), Map.of(), UnaryOperator.identity(), false, subject, journal)
                .then(answer -> {
                    SourceFacts now = facts(how.service(), answer);
                    subjectDied |= now.deceased();
                    SourceFacts then = now.bornBy(how.fact(), on);
                    notYetBorn = now.count(how.fact()) - then.count(how.fact());
                    household = Optional.of(then);
                });
    }

    private void measured(Ternary known) {
        whys.answered(
                OCMW,
                known == Ternary.UNKNOWN
                        ? new SourceAnswer.Undetermined("UNAVAILABLE")
                        : new SourceAnswer.Known(new SourceFacts()));
        measure = known;
    }

    /** The questions of this service about every adult; none while nobody knows who lives there. */
    List<QuestionUnderWay> adults(ServiceAsked service, CallJournal journal) {
        List<Insz> adults = adults();
        asked.put(service, everyAge() ? adults.size() : adults.size() + 1);
        return adults.stream()
                .map(adult -> person(service, adult, journal.about(adult)))
                .toList();
    }

    private QuestionUnderWay person(ServiceAsked service, Insz person, CallJournal journal) {
        whys.asked(service.service());
        return new QuestionUnderWay.OfPerson(
                        service.service(),
                        service.facts(),
                        service.parameters(),
                        service.day(),
                        service.followReplaced(),
                        person,
                        journal)
                .then(answer -> take(service, person, facts(service.service(), answer)));
    }

    /** An adult who has died is no adult of the household any more; a subject who has is asked about no further. */
    private void take(ServiceAsked service, Insz person, SourceFacts facts) {
        if (facts.deceased() && service.of() == Of.ADULTS) {
            dead.add(person);
            asked.merge(service, -1, Integer::sum);
        } else {
            subjectDied |= facts.deceased();
            given.computeIfAbsent(service, none -> new ArrayList<>()).add(facts);
        }
    }

    /** Whether a source says that the subject has died: then there is nobody to give anything to. */
    boolean subjectDied() {
        return subjectDied;
    }

    private SourceFacts facts(String service, SourceAnswer answer) {
        whys.answered(service, answer);
        return answer.facts();
    }

    private List<Insz> adults() {
        return plan.household()
                .flatMap(how -> household.map(facts -> facts.members(how.fact()).stream()
                        .filter(member -> member.born()
                                .filter(born -> !born.plusYears(how.adultFrom()).isAfter(on))
                                .isPresent())
                        .map(Member::person)
                        .filter(person -> !dead.contains(person))
                        .distinct()
                        .toList()))
                .orElse(List.of());
    }

    /** Whether everyone who lived there has a number and an age; otherwise somebody may be an adult unasked. */
    private boolean everyAge() {
        return plan.household()
                .flatMap(how -> household.map(facts -> {
                    List<Member> members = facts.members(how.fact());
                    return members.size() == facts.count(how.fact())
                            && members.stream().allMatch(member -> member.born().isPresent());
                }))
                .orElse(false);
    }

    /** The rule's inputs as far as they are known. */
    Map<String, String> known() {
        Map<String, String> known = new HashMap<>();
        for (ServiceAsked service : plan.services()) {
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

    /** Under which cause the subject is counted when it stays undetermined: of the inputs that are not known, the first. */
    Cause cause() {
        Map<String, String> known = known();
        List<Cause> unknown = new ArrayList<>();
        for (ServiceAsked service : plan.services()) {
            if (!service.inputs().stream().allMatch(input -> known.containsKey(input.name()))) {
                unknown.add(why(service));
            }
        }
        if (!plan.measures().isEmpty() && measure == Ternary.UNKNOWN) {
            unknown.add(Cause.NO_ANSWER);
        }
        return unknown.stream().reduce(Cause::or).orElse(Cause.RULE_OPEN);
    }

    private Cause why(ServiceAsked service) {
        return whys.of(service.service())
                .or(() -> service.of() == Of.ADULTS ? whyNoAdults() : Optional.empty())
                .orElseGet(() -> contradicts(service) ? Cause.CONTRADICTED : Cause.MISSING);
    }

    private Optional<Cause> whyNoAdults() {
        Optional<Cause> unanswered = plan.household().flatMap(how -> whys.of(how.service()));
        return unanswered.or(() -> adults().isEmpty() || !everyAge() ? Optional.of(Cause.HOUSEHOLD) : Optional.empty());
    }

    private boolean contradicts(ServiceAsked service) {
        return given.getOrDefault(service, List.of()).stream()
                .anyMatch(facts -> service.facts().stream().anyMatch(facts::contradicts));
    }

    boolean barred() {
        return whys.barred();
    }

    List<String> reasons() {
        return whys.reasons();
    }

    /** How many of the household were born after the day. */
    int notYetBorn() {
        return notYetBorn;
    }
}
