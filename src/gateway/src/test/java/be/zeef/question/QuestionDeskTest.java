package be.zeef.question;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.zeef.ledger.Halts;
import be.zeef.ledger.Ledger;
import be.zeef.ledger.ObjectedException;
import be.zeef.objection.KnownObjectors;
import be.zeef.objection.Objecting;
import be.zeef.objection.Objection;
import be.zeef.security.Keys;
import be.zeef.sieve.Cause;
import be.zeef.sieve.Decision;
import be.zeef.sieve.Outcome;
import be.zeef.source.Advice;
import be.zeef.source.AdviceSource;
import be.zeef.storage.OnEachDatabase;
import be.zeef.subject.Insz;
import be.zeef.subject.PeopleAtRest;
import be.zeef.subject.Realm;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A question about somebody who objected is answered neither yes nor no, with a word of its own, and nobody is asked. */
@OnEachDatabase
class QuestionDeskTest {

    private static final Insz PERSON = Insz.of("85651200136", Realm.SANDBOX);
    private static final LocalDate DAY = LocalDate.of(2026, 7, 16);
    private static final Advice YES = new Advice(new Decision(Outcome.ELIGIBLE, Map.of()), List.of(), false);

    @TempDir
    Path folder;

    private final Jdbi jdbi;
    private final AtomicInteger asked = new AtomicInteger();
    private Keys keys;
    private Objecting objecting;

    QuestionDeskTest(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    @BeforeEach
    void keys() {
        keys = Keys.in(folder.resolve("keys"));
        objecting = new Objecting(jdbi, keys);
    }

    private Answer ask(AdviceSource source) {
        Ledger ledger = new Ledger(jdbi, Clock.systemUTC(), Halts.NEVER, new KnownObjectors(keys));
        return new QuestionDesk(
                        new QuestionPlan("a", "v1", Optional.empty()),
                        (person, on, journal) -> {
                            asked.incrementAndGet();
                            return source.advise(person, on, journal);
                        },
                        ledger,
                        new PeopleAtRest(keys, "a"))
                .ask(PERSON, DAY, "clerk-7");
    }

    private static AdviceSource says(Advice advice) {
        return (person, on, journal) -> advice;
    }

    private void isOfObjector(Answer answer) {
        assertThat(answer.verdict()).isEqualTo(Answer.Verdict.NOT_DECIDABLE);
        assertThat(answer.objected()).isTrue();
        assertThat(answer.refused()).isFalse();
        assertThat(answer.until()).isEmpty();
    }

    @Test
    void shouldAskNobody_whenThePersonObjected() {
        objecting.enter("a", PERSON);

        isOfObjector(ask(says(YES)));
        assertThat(asked).hasValue(0);
    }

    @Test
    void shouldNotUseWhatWasAnswered_whenThePersonObjectsMeanwhile() {
        isOfObjector(ask((person, on, journal) -> {
            objecting.enter(Objection.EVERY, person);
            return YES;
        }));
    }

    /** The ledger's door: no call is made whose intent it does not write. */
    @Test
    void shouldMakeNoCall_whenThePersonObjectsBeforeIt() {
        AtomicInteger calls = new AtomicInteger();

        isOfObjector(ask((person, on, journal) -> {
            objecting.enter("a", person);
            journal.around("service", "r", calls::incrementAndGet, any -> "OK");
            return YES;
        }));
        assertThat(calls).hasValue(0);
    }

    @Test
    void shouldSaySo_whenSomebodyOfTheHouseholdObjected() {
        isOfObjector(ask(says(new Advice(Decision.undetermined(Cause.OBJECTED), List.of(), false))));
    }

    @Test
    void shouldAnswerAsEver_whenNobodyObjected_orItWasWithdrawn() {
        assertThat(ask(says(YES)).verdict()).isEqualTo(Answer.Verdict.YES);
        objecting.enter("a", PERSON);
        ask(says(YES));
        objecting.withdrawAll();

        assertThat(ask(says(YES))).isEqualTo(new Answer(Answer.Verdict.YES, Optional.empty()));
    }

    @Test
    void shouldAnswerNothing_whenNobodyKnowsWhoObjected() {
        jdbi.useHandle(other -> other.execute("alter table objection rename to mislaid"));
        try {
            assertThatThrownBy(() -> ask(says(YES)))
                    .isInstanceOf(JdbiException.class)
                    .isNotInstanceOf(ObjectedException.class);
            assertThat(asked).hasValue(0);
        } finally {
            jdbi.useHandle(other -> other.execute("alter table mislaid rename to objection"));
        }
    }
}
