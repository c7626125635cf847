package be.zeef.sync;

import static org.assertj.core.api.Assertions.assertThat;

import be.zeef.subject.Insz;
import be.zeef.subject.Realm;
import be.zeef.subject.Subject;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What every population whose people are asked about one by one promises, wherever they come from. */
abstract class SubjectsContract {

    static final Insz ONE = Insz.of("85651200136", Realm.SANDBOX);
    static final Insz TWO = Insz.of("77610100173", Realm.SANDBOX);
    static final Insz THREE = Insz.of("85610100345", Realm.SANDBOX);

    @TempDir
    Path folder;

    /** A population of these people, which is not read yet, in the place of what an earlier one was of. */
    abstract Subjects of(List<Insz> people) throws Exception;

    private static List<Insz> people(Subjects subjects) {
        return subjects.all().stream().map(Subject::person).toList();
    }

    @Test
    void hasNobody_untilItIsRead() throws Exception {
        assertThat(of(List.of(ONE)).all()).isEmpty();
    }

    @Test
    void hasEachPersonOnce_andTellsHowManyTheyAre() throws Exception {
        Subjects subjects = of(List.of(ONE, TWO, ONE, THREE));

        Gathering.Read read = subjects.read();

        assertThat(people(subjects)).containsExactlyInAnyOrder(ONE, TWO, THREE);
        assertThat(read.persons()).isEqualTo(3);
    }

    /** A run is gone on with over the same population only: another process must know it again. */
    @Test
    void isKnownAgain_byItsFingerprintAndInItsOrder() throws Exception {
        Subjects before = of(List.of(ONE, TWO));
        Gathering.Read read = before.read();
        Subjects after = of(List.of(ONE, TWO));

        assertThat(after.read().fingerprint())
                .matches("[0-9a-f]{64}")
                .isEqualTo(read.fingerprint())
                .isEqualTo(before.read().fingerprint());
        assertThat(people(after)).isEqualTo(people(before));
    }

    @Test
    void isAnother_whenItIsOfOthers() throws Exception {
        String fingerprint = of(List.of(ONE, TWO)).read().fingerprint();

        assertThat(of(List.of(ONE)).read().fingerprint()).isNotEqualTo(fingerprint);
        assertThat(of(List.of(ONE, THREE)).read().fingerprint()).isNotEqualTo(fingerprint);
    }

    @Test
    void givesEveryoneAKeyAndAHousehold_andShowsNoNumber() throws Exception {
        Subjects subjects = of(List.of(ONE));
        Gathering.Read read = subjects.read();

        assertThat(subjects.all()).singleElement().satisfies(subject -> {
            assertThat(subject.keys()).isNotEmpty();
            assertThat(subject.households()).isNotEmpty();
            assertThat(subject.toString()).doesNotContain(ONE.digits());
        });
        assertThat(read.report().toString()).doesNotContain(ONE.digits());
    }
}
