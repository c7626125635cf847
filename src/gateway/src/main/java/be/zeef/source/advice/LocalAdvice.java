package be.zeef.source.advice;

import be.zeef.sieve.Decision;
import be.zeef.sieve.FactSpace;
import be.zeef.sieve.Outcome;
import be.zeef.sieve.Rule;
import be.zeef.source.Advice;
import be.zeef.source.AdviceSource;
import be.zeef.source.CallJournal;
import be.zeef.source.Causes;
import be.zeef.source.OcmwRegister;
import be.zeef.source.PersonSource;
import be.zeef.subject.Insz;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;

/**
 * Works the advice out here: asks the agreement's sources and lets its rule decide. Whatever can be asked about the
 * subject alone is asked side by side; what is asked about the adults or the parents of the household follows, service by service, and
 * only while the rule, asked with what is still open as unknown, could be made to say something else. Who has died, as a source
 * says, is asked about no further and given nothing. Thread-safe.
 */
public final class LocalAdvice implements AdviceSource {

    private final AdvicePlan plan;
    private final FactSpace space;
    private final Rule rule;
    private final Sources sources;
    private final Duration within;
    private final Waiting waiting;

    /** Whom it asks, the threads that wait for their answers (the owner closes those), and what their codes mean. */
    public record Sources(PersonSource persons, OcmwRegister ocmw, Executor workers, Causes causes) {

        /** Sources whose codes nobody knows the meaning of. */
        public Sources(PersonSource persons, OcmwRegister ocmw, Executor workers) {
            this(persons, ocmw, workers, Causes.OF_OWN_WORDS);
        }
    }

    /** Until when answers are waited for that were asked for side by side. */
    public enum Waiting {
        /** Until nothing that is open could change the advice, nor since when it holds. */
        FOR_ENOUGH,
        /** For all of them, so that the time it takes does not tell which answer decided. */
        FOR_ALL
    }

    /** @param within how long one piece of advice may take; what is open then is unknown */
    public LocalAdvice(AdvicePlan plan, Rule rule, Sources sources, Duration within, Waiting waiting) {
        this.plan = plan;
        this.space = plan.space();
        this.rule = rule;
        this.sources = sources;
        this.within = within;
        this.waiting = waiting;
    }

    @Override
    public Advice advise(Insz subject, LocalDate on, CallJournal journal) {
        return advise(subject, subject, on, journal);
    }

    @Override
    public List<Advice> advise(Insz subject, List<Insz> households, LocalDate on, CallJournal journal) {
        return households.stream()
                .map(household -> advise(subject, household, on, journal))
                .toList();
    }

    private Advice advise(Insz subject, Insz household, LocalDate on, CallJournal journal) {
        AnswersSoFar answers = new AnswersSoFar(plan, on, sources.causes());
        Asking asking = new Asking(sources, on, System.nanoTime() + within.toNanos(), () -> enough(answers));
        asking.round(answers.first(subject, household, journal));
        for (AdvicePlan.ServiceAsked service : plan.services()) {
            if (service.of() != AdvicePlan.Of.SUBJECT && !settled(answers)) {
                asking.round(answers.family(service, journal));
            }
        }
        return new Advice(
                decision(answers), answers.reasons(), answers.barred(), answers.notYetBorn(), answers.since());
    }

    private Decision decision(AnswersSoFar answers) {
        return answers.subjectDied()
                ? new Decision(Outcome.NOT_ELIGIBLE, Map.of())
                : rule.decide(space.facts(answers.known())).because(answers.cause());
    }

    private boolean enough(AnswersSoFar answers) {
        return waiting == Waiting.FOR_ENOUGH && settled(answers) && answers.isSinceKnown();
    }

    private boolean settled(AnswersSoFar answers) {
        return answers.subjectDied() || space.settled(rule, answers.known());
    }
}
