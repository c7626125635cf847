package be.zeef.subject;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.zeef.validation.Finding;
import be.zeef.validation.InvalidMessageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An extract may say which numbers a person had before. */
class ReplacedNumbersTest {

    private static final String HEAD = number(1);
    private static final String CHILD = number(2);
    private static final String FORMER = number(3);
    private static final String BEFORE_THAT = number(4);

    @TempDir
    Path folder;

    private static String number(int order) {
        long base = 856_101_000L + order;
        return base + String.format(Locale.ROOT, "%02d", 97 - base % 97);
    }

    private PopulationReader.Read population(String header, String... lines) throws IOException {
        Path file = folder.resolve("population.csv");
        Files.writeString(
                file,
                "insz;referentiepersoon;positie;postcode;geboortedatum" + header + "\n" + String.join("\n", lines)
                        + "\n");
        return new PopulationReader(file, Realm.SANDBOX, 0.9).read();
    }

    @Test
    void areRead_withAndWithoutDatesOfDeath() throws IOException {
        String line = HEAD + ";" + HEAD + ";01;9000;1985-01-01;";
        String child = CHILD + ";" + HEAD + ";03;9000;2015-01-01;";
        Map<Long, List<Long>> expected =
                Map.of(Long.parseLong(HEAD), List.of(Long.parseLong(FORMER), Long.parseLong(BEFORE_THAT)));

        PopulationReader.Read without = population(";vorigInsz", line + FORMER + " " + BEFORE_THAT, child);
        PopulationReader.Read with =
                population(";overlijdensdatum;vorigInsz", line + ";" + FORMER + " " + BEFORE_THAT, child + ";");

        assertThat(without.mutations().replaced()).isEqualTo(expected);
        assertThat(with.mutations().replaced()).isEqualTo(expected);
        assertThat(with.population().size()).isEqualTo(2);
        assertThat(with.refusedLines()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1234", "85610100199", "no number"})
    void costTheirLine_whenTheyAreNone(String former) throws IOException {
        PopulationReader.Read read = population(
                ";vorigInsz",
                HEAD + ";" + HEAD + ";01;9000;1985-01-01;",
                CHILD + ";" + HEAD + ";03;9000;2015-01-01;" + former);

        assertThat(read.refusedLines()).isEqualTo(1);
        assertThat(read.report().findings())
                .filteredOn(finding -> "vorigInsz".equals(finding.location().path()))
                .extracting(Finding::code)
                .singleElement()
                .satisfies(code -> assertThat(code).startsWith("population.insz"));
        assertThat(read.mutations().replaced()).isEmpty();
    }

    /** One wrong field must not make two people of the city one, of whom the second would never be granted anything. */
    @Test
    void areNotBelieved_whenSomebodyLivesHereUnderThem() throws IOException {
        PopulationReader.Read read = population(
                ";vorigInsz",
                HEAD + ";" + HEAD + ";01;9000;1985-01-01;" + CHILD,
                CHILD + ";" + HEAD + ";03;9000;2015-01-01;");

        assertThat(read.mutations().replaced()).isEmpty();
        assertThat(read.population().size()).isEqualTo(2);
        assertThat(read.report().findings()).extracting(Finding::code).contains("population.former-lives");
    }

    @Test
    void areReadOfPupilsToo() throws IOException {
        Path file = folder.resolve("pupils.csv");
        Files.writeString(
                file,
                "leerlingnummer;insz;schooljaar;vorigInsz\nL1;" + CHILD + ";2026-2027;" + FORMER + "\nL2;" + HEAD
                        + ";2026-2027;\n");

        SubjectsRead read = new PupilReader(file, Realm.SANDBOX, LocalDate.MAX, 0, 2026, Map.of()).read();

        assertThat(read.subjects()).hasSize(2);
        assertThat(read.mutations().replaced())
                .isEqualTo(Map.of(Long.parseLong(CHILD), List.of(Long.parseLong(FORMER))));
    }

    /** In another order the columns mean something else. */
    @Test
    void areRefused_whereTheHeaderNamesThemInAnotherPlace() {
        assertThatThrownBy(() -> population(";vorigInsz;overlijdensdatum", HEAD + ";" + HEAD + ";01;9000;1985-01-01;;"))
                .isInstanceOf(InvalidMessageException.class);
    }
}
