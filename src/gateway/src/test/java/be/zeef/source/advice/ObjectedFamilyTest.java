package be.zeef.source.advice;

import static be.zeef.source.advice.FamilyAdvice.ADULT;
import static be.zeef.source.advice.FamilyAdvice.HOUSEHOLD;
import static be.zeef.source.advice.FamilyAdvice.NO_WAGE;
import static be.zeef.source.advice.FamilyAdvice.ON;
import static be.zeef.source.advice.FamilyAdvice.POOR;
import static be.zeef.source.advice.FamilyAdvice.PUPIL;
import static be.zeef.source.advice.FamilyAdvice.WAGES;
import static be.zeef.source.advice.FamilyAdvice.family;
import static be.zeef.source.advice.FamilyAdvice.known;
import static be.zeef.source.advice.FamilyAdvice.member;
import static org.assertj.core.api.Assertions.assertThat;

import be.zeef.ledger.ObjectedException;
import be.zeef.sieve.Cause;
import be.zeef.sieve.Decision;
import be.zeef.sieve.Outcome;
import be.zeef.source.CallJournal;
import be.zeef.source.Causes;
import be.zeef.source.PersonQuestion;
import be.zeef.source.PersonSource;
import be.zeef.source.SourceAnswer;
import be.zeef.source.SourceFacts;
import be.zeef.subject.Insz;
import be.zeef.subject.Realm;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** Of a pupil's household an adult objected: nobody is asked about that adult, and what the others' answers leave open is undetermined. */
class ObjectedFamilyTest {

    private static final Insz OTHER = Insz.of("86651200157", Realm.SANDBOX);

    private final Set<Insz> objected = new HashSet<>();
    private final Set<Insz> learnedOf = new HashSet<>();
    private final Set<Insz> asked = new HashSet<>();
    private Consumer<Insz> onceAsked = person -> {};

    /** A ledger's journal, as far as objections go. */
    private final class Journal implements CallJournal {
        private final Insz person;

        Journal(Insz person) {
            this.person = person;
        }

        @Override
        public <R> R around(String service, String referte, Supplier<R> call, Function<R, String> code) {
            if (objected.contains(person) || learnedOf.contains(person)) {
                throw new ObjectedException();
            }
            return call.get();
        }

        @Override
        public CallJournal about(Insz other) {
            return new Journal(other);
        }

        @Override
        public boolean isObjected() {
            return objected.contains(person);
        }
    }

    private SourceAnswer answer(PersonQuestion question, CallJournal journal, SourceAnswer wage) {
        return journal.around(
                question.service(),
                "r",
                () -> {
                    asked.add(question.person());
                    onceAsked.accept(question.person());
                    return switch (question.service()) {
                        case HOUSEHOLD -> known(member(family(), OTHER.digits(), "1980-01-01"));
                        case WAGES -> question.person().equals(OTHER) ? wage : NO_WAGE;
                        default -> POOR;
                    };
                },
                any -> "OK");
    }

    private Decision decision(SourceAnswer wageOfTheOther) {
        PersonSource source = (question, journal) -> answer(question, journal, wageOfTheOther);
        return new LocalAdvice(
                        FamilyAdvice.plan(AdvicePlan.Of.ADULTS, Optional.empty()),
                        FamilyAdvice.RULE,
                        new LocalAdvice.Sources(
                                source, FamilyAdvice.NOBODY, Runnable::run, Causes.read(Path.of("mappings"))),
                        Duration.ofSeconds(20),
                        LocalAdvice.Waiting.FOR_ENOUGH)
                .advise(PUPIL, ON, new Journal(PUPIL))
                .decision();
    }

    @Test
    void shouldStayUndetermined_whenTheOthersDoNotDecide() {
        objected.add(ADULT);

        assertThat(decision(NO_WAGE)).isEqualTo(Decision.undetermined(Cause.OBJECTED));
        assertThat(asked).contains(OTHER).doesNotContain(ADULT);
    }

    /** A living wage of one adult is enough. */
    @Test
    void shouldGiveWhatTheOthersGive() {
        objected.add(ADULT);

        Decision decided = decision(known(new SourceFacts().with("leefloon", "yes")));

        assertThat(decided.outcome()).isEqualTo(Outcome.ELIGIBLE);
        assertThat(asked).doesNotContain(ADULT);
    }

    /** The answer itself says that the number asked about is another number of somebody who objected. */
    @Test
    void shouldNotUseAnAnswer_byWhichItIsLearned() {
        onceAsked = objected::add;

        assertThat(decision(known(new SourceFacts().with("leefloon", "yes"))))
                .isEqualTo(Decision.undetermined(Cause.OBJECTED));
    }

    /** Entered since, or under the number that the source named only now. */
    @Test
    void shouldStayUndetermined_whenItIsLearnedOfOnlyAtTheCall() {
        learnedOf.add(ADULT);

        assertThat(decision(NO_WAGE)).isEqualTo(Decision.undetermined(Cause.OBJECTED));
        assertThat(asked).doesNotContain(ADULT);
    }
}
