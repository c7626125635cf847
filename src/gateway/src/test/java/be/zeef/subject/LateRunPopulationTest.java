package be.zeef.subject;

import static org.assertj.core.api.Assertions.assertThat;

import be.zeef.validation.Finding;
import be.zeef.validation.Severity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run for an earlier day, over an extract of a later one. */
class LateRunPopulationTest {

    private static final LocalDate DAY = LocalDate.of(2026, 7, 16);
    private static final String HEAD = PopulationReaderTest.insz(1970, 1, 1);
    private static final String BABY = PopulationReaderTest.insz(2026, 8, 1);

    @TempDir
    Path folder;

    private PopulationReader.Read read(String... lines) throws IOException {
        Path file = folder.resolve("population.csv");
        Files.writeString(file, PopulationLine.HEADER + "\n" + String.join("\n", lines) + "\n");
        return new PopulationReader(
                        file,
                        Realm.SANDBOX,
                        1,
                        new PopulationReader.Scope(true, Optional.empty(), Optional.of(DAY), LocalDate.MAX))
                .read();
    }

    private static String line(String insz, String born) {
        return insz + ";" + HEAD + ";01;9000;" + born;
    }

    @Test
    void leavesOutWhoWasBornAfterTheDay_andTellsHowMany() throws IOException {
        PopulationReader.Read read = read(line(HEAD, "1970-01-15"), line(BABY, "2026-07-17"));

        assertThat(read.population().size()).isEqualTo(1);
        assertThat(read.population().householdSize(0)).isEqualTo(1);
        assertThat(read.population().incomplete(0)).isFalse();
        assertThat(read.population().notYetBorn(Long.parseLong(BABY))).isTrue();
        assertThat(read.refusedLines()).isZero();
        assertThat(read.report().findings()).singleElement().satisfies(finding -> {
            assertThat(finding.severity()).isEqualTo(Severity.INFORMATION);
            assertThat(finding.code()).isEqualTo("population.not-yet-born");
            assertThat(finding.arguments()).containsExactly("1", "2026-07-16");
        });
    }

    @Test
    void keepsWhoWasBornOnTheDay_orMayHaveBeenBornByThen() throws IOException {
        for (String born : List.of("2026-07-16", "2026-00-00", "2026-07-00", "0000-00-00")) {
            assertThat(read(line(HEAD, "1970-01-15"), line(BABY, born))
                            .population()
                            .size())
                    .as(born)
                    .isEqualTo(2);
        }
        assertThat(read(line(HEAD, "1970-01-15"), line(BABY, "2026-08-00"))
                        .population()
                        .size())
                .isEqualTo(1);
    }

    @Test
    void leavesTheHouseholdWhole_whenTheLineOfWhoWasNotBornIsBad() throws IOException {
        String wrong = BABY.substring(0, 9) + "98";

        PopulationReader.Read read = read(line(HEAD, "1970-01-15"), line(wrong, "2026-07-17"));

        assertThat(read.population().incomplete(0)).isFalse();
        assertThat(read.refusedLines()).isEqualTo(1);
    }

    @Test
    void leavesAPupilOut_whoseNumberSaysABirthAfterTheDay() throws IOException {
        Path file = folder.resolve("pupils.csv");
        Files.writeString(
                file,
                "leerlingnummer;insz;schooljaar\nL1;" + PopulationReaderTest.insz(2015, 1, 1) + ";2025-2026\nL2;" + BABY
                        + ";2025-2026\n");

        SubjectsRead read = new PupilReader(file, Realm.SANDBOX, LocalDate.MAX, 0, 2025, Map.of())
                .read()
                .bornBy(DAY);

        assertThat(read.subjects()).flatExtracting(Subject::keys).containsExactly("L1");
        assertThat(read.report().findings()).extracting(Finding::code).containsExactly("population.not-yet-born");
    }

    @Test
    void readsTheBirthThatANumberTells_inEveryForm() {
        assertThat(Insz.of("85651200136", Realm.SANDBOX).earliestBirth()).isEqualTo(LocalDate.of(1985, 5, 12));
        assertThat(Insz.ofChecked(number(2004, 0, 0, 7)).earliestBirth()).isEqualTo(LocalDate.of(2004, 1, 1));
        assertThat(Insz.ofChecked(number(1970, 20, 0, 7)).earliestBirth()).isEqualTo(LocalDate.of(1970, 1, 1));
        assertThat(Insz.ofChecked(number(1970, 52, 31, 7)).earliestBirth()).isEqualTo(LocalDate.of(1970, 12, 31));
        assertThat(Insz.ofChecked(number(1970, 42, 31, 7)).earliestBirth()).isEqualTo(LocalDate.of(1970, 2, 1));
        assertThat(Insz.ofChecked(number(2001, 12, 5, 7)).earliestBirth()).isEqualTo(LocalDate.of(2001, 12, 5));
    }

    private static long number(int year, int month, int day, int serial) {
        long first = ((year % 100) * 10_000L + month * 100L + day) * 1000 + serial;
        return first * 100 + 97 - (year >= 2000 ? 2_000_000_000L + first : first) % 97;
    }
}
