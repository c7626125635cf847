package be.zeef.ledger.group;

import static org.assertj.core.api.Assertions.assertThat;

import be.zeef.ledger.group.GatedDatabase.Faults;
import be.zeef.ledger.group.GatedDatabase.Step;
import be.zeef.testing.Await;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Who waits is written with the others, and is told of its own: whatever fails, nobody waits for each other one's failure. */
class GroupCommitTest {

    private static final int MANY = 50;
    private static final String TOO_LONG = "longer than it can be";
    private static final String LOST = "08006";

    private static final Faults NONE = (step, attempt) -> null;

    private GatedDatabase database;
    private Callers callers;

    /** The first is in the writer's hands, and the others wait behind it. */
    private void waiting(Step gate, Faults faults, List<String> behind) throws Exception {
        database = new GatedDatabase(gate, faults);
        callers = new Callers(database.group);
        callers.wants("first");
        database.awaitFirst();
        for (String each : behind) {
            callers.wants(each);
        }
    }

    private static List<String> many() {
        List<String> many = new ArrayList<>();
        for (int i = 1; i < MANY; i++) {
            many.add("w" + i);
        }
        return many;
    }

    @Test
    void shouldTakeAllWhoWait_inOneTransaction() throws Exception {
        waiting(Step.LOCK, NONE, many());
        database.open();

        for (int i = 0; i < MANY; i++) {
            assertThat(callers.written(i)).isEqualTo(i + 1);
        }
        assertThat(database.written()).hasSize(MANY).startsWith("first", "w1").endsWith("w49");
        assertThat(database.attempts()).isEqualTo(2);
    }

    /** The database is away, or whoever has the lock does not give it back: fifty would else wait fifty times as long. */
    @ParameterizedTest
    @EnumSource(names = {"CONNECT", "LOCK"})
    void shouldRefuseAllAtOnce_whenItFailsBeforeTheLockIsHeld(Step step) throws Exception {
        waiting(step, (at, attempt) -> at == step ? "HYT00" : null, many());
        database.open();

        List<Throwable> failures = new ArrayList<>();
        for (int i = 0; i < MANY; i++) {
            failures.add(callers.failure(i));
        }
        assertThat(database.attempts()).isEqualTo(2);
        assertThat(failures).doesNotHaveDuplicates().allSatisfy(failure -> assertThat(failure)
                .isInstanceOf(UnwrittenException.class)
                .hasMessageContaining("nothing of this stands in it")
                .hasRootCauseMessage("as the test says"));
        assertThat(failures.get(1).getStackTrace()).as("of its own thread").anyMatch(each -> each.getClassName()
                .equals(Callers.class.getName()));
        assertThat(database.written()).isEmpty();
    }

    @Test
    void shouldGoOn_whenTheDatabaseIsBack() throws Exception {
        waiting(Step.CONNECT, (at, attempt) -> attempt == 1 ? LOST : null, List.of("second"));
        database.open();

        assertThat(callers.failure(0)).isInstanceOf(UnwrittenException.class);
        assertThat(callers.written(1)).isOne();
        assertThat(database.written()).containsExactly("second");
    }

    @Test
    void shouldTryNothingAgain_whenNobodyKnowsWhetherItIsCommitted() throws Exception {
        waiting(Step.LOCK, (at, attempt) -> at == Step.COMMIT && attempt == 2 ? LOST : null, List.of("a", "b"));
        database.open();

        assertThat(callers.written(0)).isOne();
        for (int i = 1; i < 3; i++) {
            assertThat(callers.failure(i))
                    .isInstanceOf(UnwrittenException.class)
                    .hasMessageContaining("did not say whether it committed");
        }
        assertThat(database.attempts()).isEqualTo(2);
    }

    /** A commit that says that a value is wrong is a commit all the same. */
    @Test
    void shouldTryNothingAgain_whateverTheCommitSays() throws Exception {
        waiting(Step.LOCK, (at, attempt) -> at == Step.COMMIT && attempt == 2 ? "23505" : null, List.of("a", "b"));
        database.open();

        assertThat(callers.failure(2)).hasMessageContaining("did not say whether it committed");
        assertThat(database.attempts()).isEqualTo(2);
    }

    @Test
    void shouldRefuseOnlyTheOne_whoIsRefused() throws Exception {
        waiting(Step.LOCK, NONE, List.of("a", "refused 1", "b", "refused 2"));
        database.open();

        assertThat(callers.written(1)).isEqualTo(2);
        assertThat(callers.failure(2))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("refused 1");
        assertThat(callers.written(3)).isEqualTo(3);
        assertThat(callers.failure(4)).hasMessage("refused 2");
        assertThat(database.written()).containsExactly("first", "a", "b");
        assertThat(database.attempts()).isEqualTo(2);
    }

    @Test
    void shouldFailOnlyTheOne_whoseValuesTheDatabaseDoesNotTake() throws Exception {
        waiting(Step.LOCK, NONE, List.of("a", TOO_LONG, "refused", "b"));
        database.open();

        assertThat(callers.written(1)).isEqualTo(2);
        assertThat(callers.failure(2)).isInstanceOf(UnwrittenException.class).hasMessageContaining("nothing of this");
        assertThat(callers.failure(3)).hasMessage("refused");
        assertThat(callers.written(4)).isEqualTo(3);
        assertThat(database.written()).containsExactly("first", "a", "b");
    }

    @Test
    void shouldRefuseTheRestAtOnce_whenTheDatabaseIsLostWhileEachIsTriedAlone() throws Exception {
        List<String> behind = new ArrayList<>(List.of(TOO_LONG));
        behind.addAll(many());
        waiting(Step.LOCK, (at, attempt) -> at == Step.CONNECT && attempt > 4 ? LOST : null, behind);
        database.open();

        assertThat(callers.failure(1)).isInstanceOf(UnwrittenException.class);
        assertThat(callers.written(2)).isEqualTo(2);
        for (int i = 3; i <= MANY; i++) {
            assertThat(callers.failure(i))
                    .hasMessageContaining("nothing of this")
                    .hasRootCauseMessage("as the test says");
        }
        assertThat(database.attempts())
                .as("the first, the group, two alone, and the lost one")
                .isEqualTo(5);
    }

    @Test
    void shouldTakeBackWhatWaits_whenItsThreadIsAskedToStop() throws Exception {
        waiting(Step.LOCK, NONE, List.of("kept"));
        Thread asked = callers.wants("taken");
        asked.interrupt();

        assertThat(callers.failure(2))
                .isInstanceOf(Callers.StillAsked.class)
                .cause()
                .isInstanceOf(UnwrittenException.class);
        database.open();
        assertThat(callers.written(1)).isEqualTo(2);
        assertThat(database.written()).containsExactly("first", "kept");
    }

    /** It is under way and may stand: its caller must know. */
    @Test
    void shouldWaitForTheEnd_whenTheWriterHasItAlready() throws Exception {
        database = new GatedDatabase(Step.COMMIT, NONE);
        callers = new Callers(database.group);
        Thread asked = callers.wants("first");
        database.awaitFirst();
        asked.interrupt();
        Await.until(
                "it heard, and waits again", () -> asked.getState() == Thread.State.WAITING && !asked.isInterrupted());
        database.open();

        assertThat(callers.written(0)).isOne();
        assertThat(database.written()).containsExactly("first");
    }
}
