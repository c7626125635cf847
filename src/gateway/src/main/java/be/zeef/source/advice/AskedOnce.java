package be.zeef.source.advice;

import be.zeef.sieve.Cause;
import be.zeef.source.CallJournal;
import be.zeef.source.Causes;
import be.zeef.source.PersonQuestion;
import be.zeef.source.PersonSource;
import be.zeef.source.SourceAnswer;
import be.zeef.subject.Insz;
import be.zeef.work.Together;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Asks the same question once, however many subjects it matters to: a parent is asked about once and not once per child. What was
 * answered lives in memory as long as this does, which is one run. Where the source gave no answer, whoever needs it
 * next asks again. Thread-safe.
 */
public final class AskedOnce implements PersonSource {

    private final PersonSource source;
    private final Causes causes;
    private final Together<Question, SourceAnswer> answers;

    /** @param causes what an answer that says nothing is counted under */
    public AskedOnce(PersonSource source, Causes causes) {
        this.source = source;
        this.causes = causes;
        this.answers = new Together<>(new Together.Ways<>(
                this::isAnswered,
                true,
                new SourceAnswer.Undetermined("TIMEOUT"),
                new SourceAnswer.Undetermined("STOPPED")));
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
        return answers.of(Question.of(asked), asked.within(), left -> source.ask(within(asked, left), journal));
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

    private boolean isAnswered(SourceAnswer answer) {
        return answer instanceof SourceAnswer.Known || causes.of(answer) != Cause.NO_ANSWER;
    }
}
