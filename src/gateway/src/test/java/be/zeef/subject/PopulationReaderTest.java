package be.zeef.subject;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.zeef.validation.Finding;
import be.zeef.validation.InvalidMessageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PopulationReaderTest {

    private static final String HEADER = "insz;referentiepersoon;positie;postcode;geboortedatum\n";

    @TempDir
    Path folder;

    private PopulationReader.Read read(double maxBadShare, String... lines) throws IOException {
        Path file = folder.resolve("population.csv");
        Files.writeString(file, HEADER + String.join("\n", lines) + "\n");
        return new PopulationReader(file, Realm.SANDBOX, maxBadShare).read();
    }

    static String insz(int year, int month, int serial) {
        return number(year, month + 60, serial);
    }

    private static String number(int year, int month, int serial) {
        long first = ((year % 100) * 10_000L + month * 100L + 15) * 1000 + serial;
        long check = 97 - (year >= 2000 ? 2_000_000_000L + first : first) % 97;
        return "%09d%02d".formatted(first, check);
    }

    private static String line(String insz, String reference) {
        return insz + ";" + reference + ";01;9000;1970-01-15";
    }

    @Test
    void shouldJoinHouseholds_whenReferencePersonStandsAfterItsMembers() throws IOException {
        String head = insz(1970, 1, 1);
        String child = insz(2005, 3, 2);

        Population population = read(0, line(child, head), line(head, head)).population();

        assertThat(population.size()).isEqualTo(2);
        assertThat(population.households()).isEqualTo(1);
        int place = population.placeOf(Long.parseLong(head));
        assertThat(population.householdSize(place)).isEqualTo(2);
        assertThat(population.referenceOf(population.placeOf(Long.parseLong(child))))
                .isEqualTo(place);
        assertThat(population.incomplete(place)).isFalse();
    }

    /** An export that broke off, or of the wrong day, looks like a town that nobody lives in. */
    @Test
    void shouldTell_whenNothingStandsBelowTheHeader() throws IOException {
        assertThat(read(0).report().findings()).extracting(Finding::code).containsExactly("population.no-lines");
    }

    @Test
    void shouldNameLineAndFieldAndNeverTheNumber_whenLinesAreBad() throws IOException {
        String head = insz(1970, 1, 1);
        String wrong = head.substring(0, 9) + "98";
        String real = number(1970, 1, 1);

        PopulationReader.Read read = read(1, line(head, head), line(wrong, head), line(real, head), line(head, head));

        assertThat(read.refusedLines()).isEqualTo(3);
        assertThat(read.report().findings())
                .extracting(Finding::code, finding -> finding.location().toString())
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("population.insz-check-digits", "line 3, insz"),
                        org.assertj.core.groups.Tuple.tuple("population.insz-real-number", "line 4, insz"),
                        org.assertj.core.groups.Tuple.tuple("population.duplicate", "line 5, insz"));
        assertThat(read.report().findings()).allSatisfy(finding -> assertThat(finding.text(Locale.ENGLISH) + finding)
                .doesNotContain(wrong, head, real));
        assertThat(read.population().incomplete(0)).as("members unknown").isTrue();
    }

    @Test
    void shouldRefuseTheWholeFile_whenTooManyLinesAreBad() {
        String head = insz(1970, 1, 1);
        assertThatThrownBy(() -> read(0.3, line(head, head), line(insz(1980, 2, 5), insz(1990, 1, 7))))
                .isInstanceOf(InvalidMessageException.class)
                .hasMessageContaining("population.too-many-refused");
    }
}
