package be.zeef.source.advice;

import be.zeef.sieve.Cause;
import be.zeef.sieve.FactSpace;
import be.zeef.sieve.Ternary;
import be.zeef.source.CallJournal;
import be.zeef.source.Causes;
import be.zeef.source.SourceAnswer;
import be.zeef.source.SourceFacts;
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
    private final Set<Insz> dead = new HashSet<>();
    private boolean subjectDied;
    private Optional<Family> family = Optional.empty();
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

    /**
     * Everything that can be asked when only the subject is known.
     *
     * @param at whose household it is about
     */
    List<QuestionUnderWay> first(Insz subject, Insz at, CallJournal journal) {
        List<QuestionUnderWay> questions = new ArrayList<>();
        for (ServiceAsked service : plan.services()) {
            if (service.of() == Of.SUBJECT) {
                asked.put(service, 1);
                questions.add(person(service, subject, journal));
            }
        }
        plan.household().ifPresent(each -> questions.add(household(each, subject, at, journal)));
        if (!plan.measures().isEmpty()) {
            whys.asked(OCMW);
            questions.add(
                    new QuestionUnderWay.OfOcmw(plan.measures(), plan.measuresDay(), subject, journal, this::measured));
        }
        return questions;
    }

    private QuestionUnderWay household(Household how, Insz subject, Insz at, CallJournal journal) {
        CallJournal its = at.equals(subject) ? journal : journal.about(at);
        whys.asked(how.service());
        return new QuestionUnderWay.OfPerson(
                        how.service(), Set.of(how.fact()), Map.of(), UnaryOperator.identity(), false, at, its)
                .then(answer -> {
                    SourceFacts now = facts(how.service(), answer);
                    subjectDied |= now.deceased();
                    SourceFacts then = now.bornBy(how.fact(), on);
                    notYetBorn = now.count(how.fact()) - then.count(how.fact());
                    family = Optional.of(new Family(then, how, subject, at, on));
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

    /** The questions of this service about everyone of the household whom it is about; none while nobody knows who that is. */
    List<QuestionUnderWay> family(ServiceAsked service, CallJournal journal) {
        List<Insz> people = family.stream()
                .flatMap(known -> known.who(service.of()).stream())
                .filter(person -> !dead.contains(person))
                .toList();
        boolean everyone = family.filter(known -> known.everyone(service.of())).isPresent();
        asked.put(service, everyone ? people.size() : people.size() + 1);
        return people.stream()
                .map(each -> person(service, each, journal.about(each)))
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

    /** Who has died is none of the household any more; a subject who has is asked about no further. */
    private void take(ServiceAsked service, Insz person, SourceFacts facts) {
        if (facts.deceased() && service.of() != Of.SUBJECT) {
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

    /** The rule's inputs as far as they are known. */
    Map<String, String> known() {
        Map<String, String> known = new HashMap<>();
        for (ServiceAsked service : plan.services()) {
            List<SourceFacts> answers = given.getOrDefault(service, List.of());
            boolean everyone = answers.size() == asked.getOrDefault(service, -1)
                    // of a household of which nobody is left who counts, nothing is known
                    && (service.of() == Of.SUBJECT || !answers.isEmpty());
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
                .or(() -> service.of() == Of.SUBJECT ? Optional.empty() : whyNobody(service.of()))
                .orElseGet(() -> contradicts(service) ? Cause.CONTRADICTED : Cause.MISSING);
    }

    private Optional<Cause> whyNobody(Of whom) {
        Optional<Cause> unanswered = plan.household().flatMap(how -> whys.of(how.service()));
        return unanswered.or(() -> family.map(known -> known.doubt(whom)).orElse(Optional.of(Cause.HOUSEHOLD)));
    }

    /** From when what is so of somebody is so, the earliest of all, where the plan asks for it and a source says it. */
    Optional<LocalDate> since() {
        return plan.services().stream()
                .flatMap(service -> service.inputs().stream()
                        .flatMap(input -> given.getOrDefault(service, List.of()).stream()
                                .flatMap(facts -> input.since(facts).stream())))
                .filter(since -> !since.isAfter(on))
                .min(LocalDate::compareTo);
    }

    /** Whether nobody is still open who may have had it for longer than those who have it. */
    boolean isSinceKnown() {
        return plan.services().stream()
                .filter(service -> service.inputs().stream().anyMatch(Input::tellsSince))
                .noneMatch(service -> whys.isOpen(service.service()));
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
