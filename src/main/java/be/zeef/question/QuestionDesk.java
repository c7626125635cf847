package be.zeef.question;

import be.zeef.ledger.EntryKind;
import be.zeef.ledger.Ledger;
import be.zeef.sieve.Decision;
import be.zeef.sieve.Facts;
import be.zeef.sieve.Outcome;
import be.zeef.sieve.Rule;
import be.zeef.sieve.Ternary;
import be.zeef.source.CallJournal;
import be.zeef.source.LedgerJournal;
import be.zeef.source.OcmwRegister;
import be.zeef.source.PersonQuestion;
import be.zeef.source.PersonSource;
import be.zeef.source.SourceFacts;
import be.zeef.source.SourceUnavailableException;
import be.zeef.subject.Insz;
import be.zeef.subject.Pseudonyms;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers questions about one person under one agreement. The sources are asked side by side; when all have answered or the
 * time is up, the rule decides with what is still open as unknown. That an answer of one source would do does not make it come
 * sooner: its time would tell which source it was (docs/adr/0011). Thread-safe.
 */
public final class QuestionDesk {

    private static final Logger LOG = LoggerFactory.getLogger(QuestionDesk.class);

    private final QuestionPlan plan;
    private final Rule rule;
    private final PersonSource persons;
    private final OcmwRegister ocmw;
    private final Ledger ledger;
    private final Supplier<Pseudonyms> pseudonyms;
    private final ExecutorService workers;
    private final Duration within;

    /**
     * @param pseudonyms gives one for the thread that asks
     * @param workers run the questions to the sources; the owner closes them
     * @param within how long a question may take; what is open then is unknown
     */
    public QuestionDesk(
            QuestionPlan plan,
            Rule rule,
            PersonSource persons,
            OcmwRegister ocmw,
            Ledger ledger,
            Supplier<Pseudonyms> pseudonyms,
            ExecutorService workers,
            Duration within) {
        this.plan = plan;
        this.rule = rule;
        this.persons = persons;
        this.ocmw = ocmw;
        this.ledger = ledger;
        this.pseudonyms = pseudonyms;
        this.workers = workers;
        this.within = within;
    }

    /**
     * Asks.
     *
     * @param clerk who asks, for the ledger
     */
    public Answer ask(Insz person, LocalDate on, String clerk) {
        long until = System.nanoTime() + within.toNanos();
        String subject = HexFormat.of().formatHex(pseudonyms.get().atRest(person.value()));
        long asked = ledger.append(
                EntryKind.ASKED,
                plan.agreement(),
                0,
                Map.of("version", plan.version(), "subject", subject, "clerk", clerk, "on", on.toString()));
        Answer answer = answer(decide(person, on, new LedgerJournal(ledger, plan.agreement(), 0, subject), until));
        ledger.append(
                EntryKind.ANSWERED,
                plan.agreement(),
                0,
                Map.of("asked", asked, "answer", answer.verdict().word()));
        return answer;
    }

    private Answer answer(Outcome outcome) {
        return switch (outcome) {
            case ELIGIBLE -> new Answer(Answer.Verdict.YES, plan.until());
            case NOT_ELIGIBLE -> new Answer(Answer.Verdict.NO, Optional.empty());
            case UNDETERMINED -> new Answer(Answer.Verdict.NOT_DECIDABLE, Optional.empty());
        };
    }

    private Outcome decide(Insz person, LocalDate on, CallJournal journal, long until) {
        BlockingQueue<Map<String, Ternary>> answers = new LinkedBlockingQueue<>();
        List<Supplier<Map<String, Ternary>>> questions = new ArrayList<>();
        plan.services().forEach(service -> questions.add(() -> ask(service, person, on, journal)));
        if (!plan.measures().isEmpty()) {
            questions.add(() -> askOcmw(person, on, journal));
        }
        questions.forEach(question -> workers.execute(() -> answers.add(orNothing(question))));
        Map<String, Ternary> known = new HashMap<>();
        for (int open = questions.size(); open > 0; open--) {
            Optional<Map<String, Ternary>> next = next(answers, until);
            if (next.isEmpty()) {
                break;
            }
            known.putAll(next.get());
        }
        return outcome(known);
    }

    /** A source that fails in a way that was not foreseen is one that said nothing. */
    private static Map<String, Ternary> orNothing(Supplier<Map<String, Ternary>> question) {
        try {
            return question.get();
        } catch (RuntimeException e) {
            LOG.error("a source failed unforeseen: {}", e.getClass().getName());
            return Map.of();
        }
    }

    private static Optional<Map<String, Ternary>> next(BlockingQueue<Map<String, Ternary>> answers, long until) {
        try {
            return Optional.ofNullable(answers.poll(until - System.nanoTime(), TimeUnit.NANOSECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private Outcome outcome(Map<String, Ternary> known) {
        Facts facts = new Facts();
        plan.services().forEach(service -> service.inputs()
                .forEach(input -> facts.with(input.name(), known.getOrDefault(input.name(), Ternary.UNKNOWN))));
        if (!plan.measures().isEmpty()) {
            facts.with(QuestionPlan.MEASURE, known.getOrDefault(QuestionPlan.MEASURE, Ternary.UNKNOWN));
        }
        plan.parameters().forEach(facts::with);
        Decision decision = rule.decide(facts);
        return decision.outcome();
    }

    private Map<String, Ternary> ask(QuestionPlan.Service service, Insz person, LocalDate on, CallJournal journal) {
        PersonQuestion question = new PersonQuestion(
                service.name(),
                person,
                on,
                service.parameters(),
                service.inputs().stream().map(QuestionPlan.Input::fact).collect(Collectors.toSet()),
                false,
                within);
        SourceFacts facts = persons.ask(question, journal).facts();
        return service.inputs().stream()
                .collect(Collectors.toMap(QuestionPlan.Input::name, input -> value(facts, input)));
    }

    private static Ternary value(SourceFacts facts, QuestionPlan.Input input) {
        if (input.is().isEmpty()) {
            return facts.ternary(input.fact());
        }
        return facts.text(input.fact())
                .map(text -> text.equals(input.is().get()) ? Ternary.YES : Ternary.NO)
                .orElse(Ternary.UNKNOWN);
    }

    private Map<String, Ternary> askOcmw(Insz person, LocalDate on, CallJournal journal) {
        long call = journal.starting("ocmw", "");
        try {
            boolean has = ocmw.hasMeasure(person, plan.measures(), on);
            journal.ended(call, "OK");
            return Map.of(QuestionPlan.MEASURE, has ? Ternary.YES : Ternary.NO);
        } catch (SourceUnavailableException e) {
            journal.ended(call, "UNAVAILABLE");
            return Map.of();
        }
    }
}
