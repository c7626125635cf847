package be.zeef.subject;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import be.zeef.validation.Finding;
import be.zeef.validation.InvalidMessageException;
import be.zeef.validation.Severity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Columns of a population that go along to the recipient: only what is agreed, of whom something is given to. */
class ColumnsToldTest {

    private static final String FIXED = "insz;referentiepersoon;positie;postcode;geboortedatum";
    private static final String HEAD = PopulationReaderTest.insz(1970, 1, 1);
    private static final String CHILD = PopulationReaderTest.insz(2015, 3, 1);
    private static final List<PopulationColumn> AGREED = List.of(
            new PopulationColumn(
                    "wijze", "toekenningswijze", Map.of("krediet", "CREDIT", "bon", "VOUCHER"), Optional.empty()),
            new PopulationColumn("zone", "ophaalzone", Map.of(), Optional.of(Pattern.compile("[A-Z0-9]{1,8}"))));

    @TempDir
    Path folder;

    private PopulationReader.Read read(String header, String... lines) throws IOException {
        Path file = folder.resolve("population.csv");
        Files.writeString(file, header + "\n" + String.join("\n", lines) + "\n");
        return new PopulationReader(file, Realm.SANDBOX, 0, new PopulationReader.Scope(true, Optional.empty()), AGREED)
                .read();
    }

    private static String line(String insz, String more) {
        return insz + ";" + HEAD + ";01;9000;1970-01-15" + more;
    }

    private static Map<String, String> told(PopulationReader.Read read) {
        Population population = read.population();
        return population.columns().of(population.placeOf(Long.parseLong(HEAD)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                ";toekenningswijze;ophaalzone | ;bon;N3",
                ";ophaalzone;toekenningswijze | ;N3;bon",
                ";overlijdensdatum;toekenningswijze;ophaalzone | ;;bon;N3",
                ";overlijdensdatum;vorigInsz;toekenningswijze;ophaalzone | ;;; bon ; N3",
            })
    void areReadWhereverTheyStand(String columns, String fields) throws IOException {
        PopulationReader.Read read = read(FIXED + columns, line(HEAD, fields));

        assertThat(told(read)).isEqualTo(Map.of("wijze", "VOUCHER", "zone", "N3"));
        assertThat(read.report().findings()).isEmpty();
    }

    @Test
    void areThoseOfTheReferencePerson_whateverTheOthersLinesSay() throws IOException {
        PopulationReader.Read read = read(FIXED + ";ophaalzone", line(CHILD, ";N4"), line(HEAD, ";N3"));

        assertThat(told(read)).isEqualTo(Map.of("zone", "N3"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ";overlijdensdatum"})
    void areNone_whereThePopulationHasNoSuchColumn(String columns) throws IOException {
        assertThat(told(read(FIXED + columns, line(HEAD, columns.isEmpty() ? "" : ";"))))
                .isEmpty();
    }

    @Test
    void areNone_whereALineSaysNothing() throws IOException {
        PopulationReader.Read read = read(FIXED + ";toekenningswijze;ophaalzone", line(HEAD, ";;"));

        assertThat(told(read)).isEmpty();
        assertThat(read.report().findings()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"Krediet, N3, toekenningswijze", "postduif, N3, toekenningswijze", "bon, Kouter 1, ophaalzone"})
    void areToldByLineAndField_andNotUsed_whereTheyAreNotAgreed(String way, String zone, String field)
            throws IOException {
        PopulationReader.Read read = read(FIXED + ";toekenningswijze;ophaalzone", line(HEAD, ";" + way + ";" + zone));

        Finding finding = read.report().findings().get(0);
        assertThat(finding.code()).isEqualTo("population.column-value");
        assertThat(finding.severity()).isEqualTo(Severity.ERROR);
        assertThat(finding.location().line()).isEqualTo(2);
        assertThat(finding.toString()).contains(field).doesNotContain("postduif", "Kouter", "Krediet");
        assertThat(told(read)).isEmpty();
        Population population = read.population();
        assertThat(population.columns().unknown(population.placeOf(Long.parseLong(HEAD))))
                .isTrue();
        assertThat(read.refusedLines())
                .as("the person is asked about all the same")
                .isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {";naam", ";ophaalzone;ophaalzone", ";ophaalzone;overlijdensdatum", ";"})
    void areRefusedWithTheFile_whereTheyAreNotAgreed(String columns) {
        InvalidMessageException refused =
                catchThrowableOfType(InvalidMessageException.class, () -> read(FIXED + columns, line(HEAD, ";x;x")));

        assertThat(refused.report().findings()).extracting(Finding::code).containsExactly("population.header");
    }

    @Test
    void areRefusedWithTheFile_whereTheyAreTooManyToBeAWayOrAZone() {
        String[] lines = new String[70_000];
        for (int i = 0; i < lines.length; i++) {
            String insz = PopulationReaderTest.insz(1900 + i / 1000, 1 + i / 100_000, i % 997 + 1);
            lines[i] = insz + ";" + insz + ";01;9000;1970-01-15;"
                    + Integer.toString(i, 36).toUpperCase(java.util.Locale.ROOT);
        }

        InvalidMessageException refused =
                catchThrowableOfType(InvalidMessageException.class, () -> read(FIXED + ";ophaalzone", lines));

        assertThat(refused.report().findings()).extracting(Finding::code).contains("population.column-too-many");
    }
}
