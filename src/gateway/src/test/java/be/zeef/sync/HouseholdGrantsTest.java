package be.zeef.sync;

import static be.zeef.sync.Bags.home;
import static org.assertj.core.api.Assertions.assertThat;

import be.zeef.run.DecidedCounts;
import be.zeef.storage.TestDatabase;
import be.zeef.validation.Finding;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Ghent's bags are granted once a year to a household, whatever becomes of it: who was given them is everybody who stood in
 * it. The promise: not when an entitled member or the reference person was in a household granted this year; to everybody else.
 */
class HouseholdGrantsTest {

    private static final LocalDate JANUARY = LocalDate.of(2026, 1, 16);
    private static final LocalDate APRIL = LocalDate.of(2026, 4, 16);
    private static final LocalDate NEXT_YEAR = LocalDate.of(2027, 1, 16);

    private static final String ANNA = Bags.number(1);
    private static final String BERT = Bags.number(2);
    private static final String CLARA = Bags.number(3);
    private static final String DIRK = Bags.number(4);

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void isNotGrantedAgain_whenTheReferencePersonDies(TestDatabase database) throws IOException {
        try (Bags bags = new Bags(database, folder)) {
            bags.entitled.addAll(Set.of(ANNA, BERT));
            assertThat(bags.granted(JANUARY, home(ANNA, BERT))).containsExactly(ANNA);

            assertThat(bags.granted(APRIL, home(BERT))).isEmpty();
        }
    }

    /** A couple of which each is entered as reference person in turn. */
    @ParameterizedTest
    @EnumSource
    void isNotGrantedAgain_whenTheReferencePersonChanges(TestDatabase database) throws IOException {
        try (Bags bags = new Bags(database, folder)) {
            bags.entitled.addAll(Set.of(ANNA, BERT));
            bags.granted(JANUARY, home(ANNA, BERT));

            assertThat(bags.granted(APRIL, home(BERT, ANNA))).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void isNotGrantedAgain_whenAHouseholdSplits_evenIfTheOneWhoLeftIsEntitled(TestDatabase database)
            throws IOException {
        try (Bags bags = new Bags(database, folder)) {
            bags.entitled.addAll(Set.of(ANNA, BERT));
            bags.granted(JANUARY, home(ANNA, BERT));

            assertThat(bags.granted(APRIL, home(ANNA), home(BERT))).isEmpty();
        }
    }

    /** Bert, who had the bags with Anna, moves in with Clara: he gives the household its right, she does not. */
    @ParameterizedTest
    @EnumSource
    void isNotGranted_whenTheOneEntitledBringsAGrantAlong(TestDatabase database) throws IOException {
        try (Bags bags = new Bags(database, folder)) {
            bags.entitled.addAll(Set.of(ANNA, BERT));
            bags.granted(JANUARY, home(ANNA, BERT), home(CLARA));

            assertThat(bags.granted(APRIL, home(ANNA), home(CLARA, BERT))).isEmpty();
            assertThat(bags.told).extracting(Finding::code).contains("sync.granted-elsewhere");
        }
    }

    /** The same where Bert's right is a measure of the OCMW, and Clara has one by her status. */
    @ParameterizedTest
    @EnumSource
    void isNotGranted_whenAnEntitledMemberBringsAGrantAlong_whateverGivesTheRight(TestDatabase database)
            throws IOException {
        try (Bags bags = new Bags(database, folder)) {
            bags.measured.add(BERT);
            bags.granted(JANUARY, home(ANNA, BERT), home(CLARA));
            bags.entitled.add(CLARA);

            assertThat(bags.granted(APRIL, home(ANNA), home(CLARA, BERT))).isEmpty();
        }
    }

    /** Bert stood in Anna's household without a right of his own, and brings none to Clara's. */
    @ParameterizedTest
    @EnumSource
    void isGranted_whenWhoBringsAGrantAlongGivesNoRight(TestDatabase database) throws IOException {
        try (Bags bags = new Bags(database, folder)) {
            bags.entitled.add(ANNA);
            bags.granted(JANUARY, home(ANNA, BERT), home(CLARA));
            bags.entitled.add(CLARA);

            assertThat(bags.granted(APRIL, home(ANNA), home(CLARA, BERT))).containsExactly(CLARA);
        }
    }

    /** Whether Bert gives a right is what decides, and nobody knows: neither granted nor refused, and asked again next time. */
    @ParameterizedTest
    @EnumSource
    void isUndetermined_whenItIsNotKnownWhetherWhoBringsAGrantAlongGivesARight(TestDatabase database)
            throws IOException {
        try (Bags bags = new Bags(database, folder)) {
            bags.entitled.add(ANNA);
            bags.granted(JANUARY, home(ANNA, BERT), home(CLARA));
            bags.entitled.add(CLARA);
            bags.unknown.add(BERT);

            assertThat(bags.run(APRIL, home(ANNA), home(CLARA, BERT)).undetermined())
                    .isEqualTo(1);
            bags.unknown.clear();
            assertThat(bags.granted(LocalDate.of(2026, 7, 16), home(ANNA), home(CLARA, BERT)))
                    .containsExactly(CLARA);
        }
    }

    /** Who comes into the right in the course of the year is found at the next moment; and next year all begins anew. */
    @ParameterizedTest
    @EnumSource
    void isGranted_whenItComesIntoTheRight_andNextYearAgain(TestDatabase database) throws IOException {
        try (Bags bags = new Bags(database, folder)) {
            bags.entitled.add(ANNA);
            assertThat(bags.granted(JANUARY, home(ANNA, BERT), home(CLARA, DIRK)))
                    .containsExactly(ANNA);
            bags.entitled.addAll(Set.of(DIRK, BERT));

            assertThat(bags.granted(APRIL, home(ANNA), home(BERT), home(CLARA, DIRK)))
                    .containsExactly(CLARA);
            assertThat(bags.granted(NEXT_YEAR, home(ANNA), home(BERT), home(CLARA, DIRK)))
                    .containsExactly(ANNA, BERT, CLARA);
        }
    }

    /** Anna's number was replaced (Dirk's stands for the new one): she is the same person, as is who stood in her household. */
    @ParameterizedTest
    @EnumSource
    void isNotGrantedAgain_whenANumberIsReplaced(TestDatabase database) throws IOException {
        try (Bags bags = new Bags(database, folder)) {
            bags.entitled.addAll(Set.of(ANNA, BERT, DIRK));
            bags.granted(JANUARY, home(ANNA, BERT));

            bags.replaced(APRIL, DIRK, ANNA);
            assertThat(bags.granted(APRIL, home(DIRK, BERT))).isEmpty();
            bags.replaced(APRIL, CLARA, DIRK);
            bags.entitled.add(CLARA);
            assertThat(bags.granted(LocalDate.of(2026, 7, 16), home(CLARA))).isEmpty();
            assertThat(bags.granted(NEXT_YEAR, home(CLARA, BERT))).containsExactly(CLARA);
        }
    }

    /** No extract said so, but MAGDA did when Anna's number left the population. */
    @ParameterizedTest
    @EnumSource
    void isNotGrantedAgain_whenASourceSaysThatANumberWasReplaced(TestDatabase database) throws IOException {
        try (Bags bags = new Bags(database, folder)) {
            bags.entitled.addAll(Set.of(ANNA, DIRK));
            bags.granted(JANUARY, home(ANNA));

            bags.left(APRIL, ANNA, DIRK);

            assertThat(bags.granted(APRIL, home(DIRK))).isEmpty();
        }
    }

    /** Nothing goes out to the dead, so the household was given nothing: it has its right still. */
    @ParameterizedTest
    @EnumSource
    void isGranted_whenTheReferencePersonDiedBeforeItWasDelivered(TestDatabase database) throws IOException {
        try (Bags bags = new Bags(database, folder)) {
            bags.entitled.addAll(Set.of(ANNA, BERT));
            bags.granted(JANUARY, home(ANNA, BERT));

            bags.died(APRIL, ANNA);
            assertThat(bags.granted(APRIL, home(BERT))).containsExactly(BERT);
            assertThat(bags.granted(LocalDate.of(2026, 7, 16), home(BERT))).isEmpty();
        }
    }

    /** The register was wrong, and says so no more: what was closed is granted after all. */
    @ParameterizedTest
    @EnumSource
    void isGranted_whenTheReferencePersonHadNotDiedAfterAll(TestDatabase database) throws IOException {
        try (Bags bags = new Bags(database, folder)) {
            bags.entitled.addAll(Set.of(ANNA, BERT));
            bags.granted(JANUARY, home(ANNA, BERT));
            bags.died(APRIL, ANNA);

            assertThat(bags.granted(LocalDate.of(2026, 7, 16), home(ANNA, BERT)))
                    .containsExactly(ANNA);
        }
    }

    @ParameterizedTest
    @EnumSource
    void asksAboutNobody_whoseAnswerCanChangeNothing(TestDatabase database) throws IOException {
        try (Bags bags = new Bags(database, folder)) {
            bags.entitled.add(ANNA);
            bags.run(JANUARY, home(ANNA, BERT), home(CLARA, DIRK));
            assertThat(bags.measuresAsked)
                    .as("the status alone decides about Anna's household")
                    .containsExactly(CLARA, DIRK);
            bags.measuresAsked.clear();
            bags.statusesAsked.clear();

            DecidedCounts counts = bags.run(APRIL, home(ANNA, BERT), home(CLARA, DIRK));

            assertThat(bags.statusesAsked).containsExactly(CLARA, DIRK);
            assertThat(bags.measuresAsked).containsExactly(CLARA, DIRK);
            assertThat(counts.already()).isEqualTo(1);
            assertThat(counts.notEligible()).isEqualTo(1);
        }
    }
}
