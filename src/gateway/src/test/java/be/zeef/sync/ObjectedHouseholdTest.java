package be.zeef.sync;

import static be.zeef.sync.Bags.home;
import static org.assertj.core.api.Assertions.assertThat;

import be.zeef.run.DecidedCounts;
import be.zeef.sieve.Cause;
import be.zeef.storage.TestDatabase;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Whose objection counts in a household (docs/adr/0034): who objects is asked about nowhere; what the others give it is given, unless it is
 * the reference person who objects, in whose name it would be; and it is never a no.
 */
class ObjectedHouseholdTest {

    private static final LocalDate JANUARY = LocalDate.of(2026, 1, 16);
    private static final LocalDate APRIL = LocalDate.of(2026, 4, 16);
    private static final String ANNA = Bags.number(1);
    private static final String BERT = Bags.number(2);
    private static final String CLARA = Bags.number(3);

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void isGivenWhatTheOthersGiveIt_andNobodyIsAskedAboutWhoObjects(TestDatabase database) throws IOException {
        try (Bags bags = new Bags(database, folder)) {
            bags.entitled.addAll(Set.of(ANNA, BERT));
            bags.objected.add(BERT);

            assertThat(bags.granted(JANUARY, home(ANNA, BERT))).containsExactly(ANNA);
            assertThat(bags.statusesAsked).containsExactly(ANNA);
            assertThat(bags.measuresAsked).doesNotContain(BERT);
        }
    }

    @ParameterizedTest
    @EnumSource
    void isUndetermined_whenTheOthersGiveItNothing(TestDatabase database) throws IOException {
        try (Bags bags = new Bags(database, folder)) {
            bags.entitled.add(BERT);
            bags.objected.add(BERT);

            DecidedCounts counts = bags.run(JANUARY, home(ANNA, BERT));

            assertThat(counts.notEligible()).isZero();
            assertThat(counts.causes()).isEqualTo(Map.of(Cause.OBJECTED, 1L));
            assertThat(bags.measuresAsked).containsExactly(ANNA);
        }
    }

    @ParameterizedTest
    @EnumSource
    void isUndetermined_whenItsReferencePersonObjects_whateverTheOthersGive(TestDatabase database) throws IOException {
        try (Bags bags = new Bags(database, folder)) {
            bags.entitled.addAll(Set.of(ANNA, BERT));
            bags.objected.add(ANNA);

            DecidedCounts counts = bags.run(JANUARY, home(ANNA, BERT));

            assertThat(counts.granted()).isZero();
            assertThat(counts.causes()).isEqualTo(Map.of(Cause.OBJECTED, 1L));
        }
    }

    /** Nothing new is kept of who objects: the grant rests on the others, and does not bar that person once the objection is withdrawn. */
    @ParameterizedTest
    @EnumSource
    void doesNotRememberWhoObjects(TestDatabase database) throws IOException {
        try (Bags bags = new Bags(database, folder)) {
            bags.entitled.addAll(Set.of(ANNA, BERT));
            bags.objected.add(BERT);
            bags.granted(JANUARY, home(ANNA, BERT, CLARA));
            bags.objected.clear();

            assertThat(bags.granted(APRIL, home(ANNA, CLARA), home(BERT))).containsExactly(BERT);
        }
    }
}
