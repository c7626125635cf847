package be.zeef.source.advice;

import be.zeef.sieve.Ternary;
import be.zeef.source.CallJournal;
import be.zeef.source.Causes;
import be.zeef.source.PersonQuestion;
import be.zeef.source.SourceAnswer;
import be.zeef.source.SourceUnavailableException;
import be.zeef.subject.Insz;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** One question under way to a source. Asked on a worker's thread; what was answered is taken on the asker's. */
sealed interface QuestionUnderWay permits QuestionUnderWay.OfPerson, QuestionUnderWay.OfOcmw {

    /** Asks, and returns what the asker is to do with the answer. */
    Runnable ask(LocalDate on, LocalAdvice.Sources sources, Duration within);

    /** The journal of whom it is about. */
    CallJournal journal();

    /** What the asker is to do when it may not be asked, because whom it is about objected. */
    Runnable objected();

    /** Of one of the services about one person. */
    record OfPerson(
            String service,
            Set<String> facts,
            Map<String, List<String>> parameters,
            UnaryOperator<LocalDate> day,
            boolean followReplaced,
            Insz person,
            CallJournal journal,
            Consumer<SourceAnswer> taker)
            implements QuestionUnderWay {

        OfPerson(
                String service,
                Set<String> facts,
                Map<String, List<String>> parameters,
                UnaryOperator<LocalDate> day,
                boolean followReplaced,
                Insz person,
                CallJournal journal) {
            this(service, facts, parameters, day, followReplaced, person, journal, answer -> {});
        }

        OfPerson then(Consumer<SourceAnswer> next) {
            return new OfPerson(service, facts, parameters, day, followReplaced, person, journal, next);
        }

        @Override
        public Runnable ask(LocalDate on, LocalAdvice.Sources sources, Duration within) {
            SourceAnswer answer = sources.persons()
                    .ask(
                            new PersonQuestion(
                                    service, person, day.apply(on), parameters, facts, followReplaced, within),
                            journal);
            return () -> taker.accept(answer);
        }

        @Override
        public Runnable objected() {
            return () -> taker.accept(new SourceAnswer.Undetermined(Causes.OBJECTED));
        }

        /** Holds a person's number: it does not show itself. */
        @Override
        public String toString() {
            return "OfPerson[" + service + "]";
        }
    }

    /** Of the welfare database. */
    record OfOcmw(
            Set<String> measures,
            UnaryOperator<LocalDate> day,
            Insz person,
            CallJournal journal,
            Consumer<Ternary> taker)
            implements QuestionUnderWay {

        @Override
        public Runnable ask(LocalDate on, LocalAdvice.Sources sources, Duration within) {
            Optional<Ternary> known = journal.around(
                    "ocmw", "", () -> known(on, sources), answer -> answer.isPresent() ? "OK" : "UNAVAILABLE");
            return () -> taker.accept(known.orElse(Ternary.UNKNOWN));
        }

        /** It is asked about the subject alone, whose own objection is told before anything is asked, and after. */
        @Override
        public Runnable objected() {
            return () -> taker.accept(Ternary.UNKNOWN);
        }

        private Optional<Ternary> known(LocalDate on, LocalAdvice.Sources sources) {
            try {
                return Optional.of(
                        sources.ocmw().hasMeasure(person, measures, day.apply(on)) ? Ternary.YES : Ternary.NO);
            } catch (SourceUnavailableException e) {
                return Optional.empty();
            }
        }

        @Override
        public String toString() {
            return "OfOcmw";
        }
    }
}
