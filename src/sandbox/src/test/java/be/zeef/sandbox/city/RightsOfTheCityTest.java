package be.zeef.sandbox.city;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The city says of each right from when until when it runs, and its far ends answer for the day that they are asked about. */
class RightsOfTheCityTest {

    private static final List<LocalDate> QUARTERS = List.of(
            LocalDate.of(2026, 1, 1), LocalDate.of(2026, 4, 1), LocalDate.of(2026, 7, 1), LocalDate.of(2026, 10, 1));

    @TempDir
    Path folder;

    private List<String[]> truth;
    private CityIndex index;

    @BeforeEach
    void make() throws Exception {
        CityMaker.make(folder, CityOptions.ghent(1000, 7, 2));
        truth = rows("truth.csv");
        index = CityIndex.read(folder);
    }

    @Test
    void hasRightsThatBeginAndEndInEachQuarter() throws Exception {
        assertThat(Files.readAllLines(folder.resolve("truth.csv")).get(0))
                .isEqualTo("insz;referentiepersoon;vtVan;vtTot;maatregel;begin;einde;antwoord;wijze;zone");
        for (int i = 1; i < QUARTERS.size(); i++) {
            LocalDate before = QUARTERS.get(i - 1);
            LocalDate now = QUARTERS.get(i);
            assertThat(truth).anyMatch(row -> !runs(row[2], row[3], before) && runs(row[2], row[3], now));
        }
        assertThat(truth)
                .anyMatch(row -> runs(row[2], row[3], QUARTERS.get(0)) && !runs(row[2], row[3], QUARTERS.get(1)))
                .anyMatch(row -> runs(row[5], row[6], QUARTERS.get(0)) && !runs(row[5], row[6], QUARTERS.get(3)))
                .allMatch(row -> row[2].isEmpty() || row[3].isEmpty() || row[2].compareTo(row[3]) <= 0)
                .allMatch(row -> row[2].isEmpty() || !LocalDate.parse(row[2]).isBefore(TestNumbers.born(row[0])));
    }

    @Test
    void theBufferAnswersForTheDay_asFarAsItWasRefreshed() {
        Buffer buffer = new Buffer(index);
        for (LocalDate refreshed : QUARTERS) {
            buffer.refresh(refreshed);
            for (LocalDate day : QUARTERS) {
                assertThat(truth).allSatisfy(row -> assertThat(says(buffer, row[0], day))
                        .isEqualTo(runs(row[2], row[3], day)
                                && !LocalDate.parse(row[2]).isAfter(refreshed)
                                // of who has died it says what it said before
                                && !row[7].equals("ONTBREEKT")));
            }
        }
    }

    @Test
    void theSourcesOfMagdaKnowTheSameStatus_forTheDay() throws Exception {
        People people = People.of(folder, 7);
        for (LocalDate day : QUARTERS) {
            assertThat(truth).allSatisfy(row -> {
                People.Person person = people.person(Long.parseLong(row[0])).orElseThrow();
                assertThat(person.status(day) || person.isFaulty())
                        .isEqualTo(runs(row[2], row[3], day) || person.isFaulty());
            });
            assertThat(people.everyone())
                    .as("only who has a right can have a doubtful one")
                    .filteredOn(People.Person::isFaulty)
                    .hasSizeLessThan(truth.size() / 50);
        }
        assertThat(rows("people.csv"))
                .anyMatch(row -> row[6].equals("2026-04-15"))
                .anyMatch(row -> row[6].equals("2026-01-01") && row[7].equals("2026-06-30"));
    }

    private static boolean says(Buffer buffer, String insz, LocalDate day) {
        long person = Long.parseLong(insz);
        return !buffer.leavesOut(person)
                && buffer.applies("BIM_BVT", person, day, List.of(), OptionalInt.empty())
                        .yes();
    }

    private static boolean runs(String from, String until, LocalDate day) {
        return !from.isEmpty()
                && from.compareTo(day.toString()) <= 0
                && (until.isEmpty() || until.compareTo(day.toString()) >= 0);
    }

    private List<String[]> rows(String file) throws Exception {
        return Files.readAllLines(folder.resolve(file)).stream()
                .skip(1)
                .map(row -> row.split(";", -1))
                .filter(row -> !row[0].isEmpty())
                .toList();
    }
}
