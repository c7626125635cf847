package be.zeef.objection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.zeef.run.PersonNumbers;
import be.zeef.security.KeyException;
import be.zeef.security.Keys;
import be.zeef.storage.OnEachDatabase;
import be.zeef.subject.Insz;
import be.zeef.subject.PeopleAtRest;
import be.zeef.subject.Realm;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who objected is known by every number, under the agreement that it is of or under all; and where it cannot be known nothing goes on. */
@OnEachDatabase
class ObjectionsTest {

    private static final Insz ONE = Insz.of("85651200136", Realm.SANDBOX);
    private static final Insz TWO = Insz.of("77610100173", Realm.SANDBOX);

    @TempDir
    Path folder;

    private final Jdbi jdbi;
    private final Handle handle;
    private Keys keys;
    private Objecting objecting;
    private KnownObjectors door;

    ObjectionsTest(Jdbi jdbi, Handle handle) {
        this.jdbi = jdbi;
        this.handle = handle;
    }

    @BeforeEach
    void keys() {
        keys = Keys.in(folder.resolve("keys"));
        objecting = new Objecting(jdbi, keys);
        door = new KnownObjectors(keys);
    }

    private PeopleAtRest people(String agreement) {
        return new PeopleAtRest(keys, agreement);
    }

    private void join(String agreement, Insz former, Insz fresh) {
        PersonNumbers.learn(jdbi, people(agreement), Map.of(fresh.value(), List.of(former.value())));
    }

    /** By the set of a run and by the ledger's door: they say the same. */
    private boolean objected(String agreement, Insz person) {
        boolean has = Objections.of(handle, people(agreement)).has(person);
        assertThat(door.has(handle, agreement, people(agreement).pseudonym(person)))
                .as("at the ledger's door")
                .isEqualTo(has);
        return has;
    }

    @Test
    void shouldStopOnePersonUnderOneAgreement() {
        assertThat(objected("a", ONE)).isFalse();
        objecting.enter("a", ONE);

        assertThat(objected("a", ONE)).isTrue();
        assertThat(objected("a", TWO)).isFalse();
        assertThat(objected("b", ONE)).isFalse();
        assertThat(door.has(handle, "a/benefit", people("a").pseudonym(ONE)))
                .as("under a benefit of it")
                .isTrue();
    }

    @Test
    void shouldStopAPersonUnderEveryAgreement_alsoOneThatIsNew() {
        objecting.enter(Objection.EVERY, ONE);

        assertThat(objected("never-heard-of", ONE)).isTrue();
        assertThat(objected("never-heard-of", TWO)).isFalse();
    }

    @Test
    void shouldStopAPersonByTheNewNumber_ofAnObjectionUnderTheOld() {
        objecting.enter("a", ONE);
        assertThat(objected("a", TWO)).isFalse();
        join("a", ONE, TWO);

        assertThat(objected("a", TWO)).isTrue();
        assertThat(objected("b", TWO)).as("where the numbers are two people's").isFalse();
    }

    @Test
    void shouldStopAPersonByTheOldNumber_ofAnObjectionUnderTheNew() {
        join("a", ONE, TWO);
        objecting.enter(Objection.EVERY, TWO);

        assertThat(objected("a", ONE)).isTrue();
    }

    @Test
    void shouldGoOn_whenItIsWithdrawn() {
        objecting.enter("a", ONE);
        assertThat(objected("a", ONE)).isTrue();
        objecting.withdrawAll();

        assertThat(objected("a", ONE)).isFalse();
    }

    @Test
    void shouldFindOneAmongSeveral() {
        objecting.enter("a", TWO);
        Objections objections = Objections.of(handle, people("a"));

        assertThat(objections.hasAny(Stream.of(ONE, TWO))).isTrue();
        assertThat(objections.hasAny(Stream.of(ONE))).isFalse();
        assertThat(objections.pseudonyms()).containsExactly(people("a").pseudonym(TWO));
        assertThat(objections).hasToString("Objections");
    }

    /** Keys that are lost and made anew do not turn an objection into none. */
    @Test
    void shouldLetNothingGoOn_whenOneCannotBeOpened() {
        objecting.enter("a", ONE);
        Keys others = Keys.in(folder.resolve("others"));

        assertThatThrownBy(() -> Objections.of(handle, new PeopleAtRest(others, "a")))
                .isInstanceOf(KeyException.class);
        assertThatThrownBy(() -> new KnownObjectors(others).has(handle, "a", "ab".repeat(32)))
                .isInstanceOf(KeyException.class);
    }

    @Test
    void shouldLetNothingGoOn_whenTheTableCannotBeRead() {
        jdbi.useHandle(other -> other.execute("alter table objection rename to mislaid"));
        try {
            assertThatThrownBy(() -> jdbi.useHandle(other -> Objections.of(other, people("a"))))
                    .isInstanceOf(JdbiException.class);
            assertThatThrownBy(() -> jdbi.useHandle(other -> door.has(other, "a", "ab".repeat(32))))
                    .isInstanceOf(JdbiException.class);
        } finally {
            jdbi.useHandle(other -> other.execute("alter table mislaid rename to objection"));
        }
    }
}
