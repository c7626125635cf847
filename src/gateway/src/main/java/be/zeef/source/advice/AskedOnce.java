package be.zeef.source.advice;

import be.zeef.source.CallJournal;
import be.zeef.source.PersonQuestion;
import be.zeef.source.PersonSource;
import be.zeef.source.SourceAnswer;
import be.zeef.subject.Insz;
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
 * answered lives in memory as long as this does, which is one run. An answer that does not tell is not kept: whoever needs it next
 * asks again. Thread-safe.
 */
public final class AskedOnce implements PersonSource {

    private final PersonSource source;
    private final ConcurrentMap<Question, CompletableFuture<SourceAnswer>> answers = new ConcurrentHashMap<>();

    public AskedOnce(PersonSource source) {
        this.source = source;
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
        return first == null ? ask(question, asked, journal, own) : await(first, asked);
    }

    private SourceAnswer ask(
            Question question, PersonQuestion asked, CallJournal journal, CompletableFuture<SourceAnswer> own) {
        SourceAnswer answer = new SourceAnswer.Undetermined("STOPPED");
        try {
            answer = source.ask(asked, journal);
            return answer;
        } finally {
            if (!(answer instanceof SourceAnswer.Known)) {
                answers.remove(question, own);
            }
            own.complete(answer);
        }
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
