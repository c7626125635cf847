package be.zeef.source.advice;

import be.zeef.sieve.Cause;
import be.zeef.source.CallJournal;
import be.zeef.source.Causes;
import be.zeef.source.PersonQuestion;
import be.zeef.source.PersonSource;
import be.zeef.source.SourceAnswer;
import be.zeef.subject.Insz;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Asks the same question once, however many subjects it matters to: a parent is asked about once and not once per child. What was
 * answered lives in memory as long as this does, which is one run. Where the source gave no answer, whoever needs it
 * next asks again. Thread-safe.
 */
public final class AskedOnce implements PersonSource {

    private final PersonSource source;
    private final Causes causes;
    private final ConcurrentMap<Question, CompletableFuture<SourceAnswer>> answers = new ConcurrentHashMap<>();

    /** @param causes what an answer that says nothing is counted under */
    public AskedOnce(PersonSource source, Causes causes) {
        this.source = source;
        this.causes = causes;
    }

    /** A question but for how long its answer may take. */
    private record Question(
            String service,
            Insz person,
            LocalDate on,
            Map<String, List<String>> parameters,
            Set<String> facts,
            boolean followReplaced) {

        static Question of(PersonQuestion asked) {
            return new Question(
                    asked.service(),
                    asked.person(),
                    asked.on(),
                    asked.parameters(),
                    asked.facts(),
                    asked.followReplaced());
        }

        /** Holds a person's number: it does not show itself. */
        @Override
        public String toString() {
            return "Question[" + service + "]";
        }
    }

    @Override
    public SourceAnswer ask(PersonQuestion asked, CallJournal journal) {
        Question question = Question.of(asked);
        CompletableFuture<SourceAnswer> own = new CompletableFuture<>();
        CompletableFuture<SourceAnswer> first = answers.putIfAbsent(question, own);
        if (first == null) {
            return ask(question, asked, journal, own);
        }
        long began = System.nanoTime();
        SourceAnswer answer = await(first, asked);
        Duration left = asked.within().minusNanos(System.nanoTime() - began);
        boolean again = !isAnswered(answer)
                && !left.isNegative()
                && !left.isZero()
                && !Thread.currentThread().isInterrupted();
        return again ? ask(within(asked, left), journal) : answer;
    }

    private static PersonQuestion within(PersonQuestion asked, Duration left) {
        return new PersonQuestion(
                asked.service(),
                asked.person(),
                asked.on(),
                asked.parameters(),
                asked.facts(),
                asked.followReplaced(),
                left);
    }

    private SourceAnswer ask(
            Question question, PersonQuestion asked, CallJournal journal, CompletableFuture<SourceAnswer> own) {
        SourceAnswer answer = new SourceAnswer.Undetermined("STOPPED");
        boolean kept = false;
        try {
            answer = source.ask(asked, journal);
            kept = isAnswered(answer);
            return answer;
        } finally {
            if (!kept) {
                answers.remove(question, own);
            }
            own.complete(answer);
        }
    }

    private boolean isAnswered(SourceAnswer answer) {
        return answer instanceof SourceAnswer.Known || causes.of(answer) != Cause.NO_ANSWER;
    }

    private static SourceAnswer await(CompletableFuture<SourceAnswer> first, PersonQuestion asked) {
        try {
            return first.get(asked.within().toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            return new SourceAnswer.Undetermined("TIMEOUT");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new SourceAnswer.Undetermined("STOPPED");
        } catch (ExecutionException e) {
            throw new IllegalStateException("an answer is never completed with a failure", e);
        }
    }
}
