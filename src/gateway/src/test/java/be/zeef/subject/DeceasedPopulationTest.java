package be.zeef.subject;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import be.zeef.validation.Finding;
import be.zeef.validation.InvalidMessageException;
import be.zeef.validation.Report;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who has died, by a column that an extract may have, is none of its people. */
class DeceasedPopulationTest {

    private static final String HEADER = PopulationLine.HEADER + ";overlijdensdatum";
    private static final String HEAD = PopulationReaderTest.insz(1970, 1, 1);
    private static final String PARTNER = PopulationReaderTest.insz(1972, 2, 1);
    private static final String CHILD = PopulationReaderTest.insz(2015, 3, 1);

    @TempDir
    Path folder;

    private Path file(String header, String... lines) throws IOException {
        return Files.writeString(folder.resolve("extract.csv"), header + "\n" + String.join("\n", lines) + "\n");
    }

    private PopulationReader.Read read(String... lines) throws IOException {
        LocalDate day = LocalDate.of(2026, 1, 16);
        return new PopulationReader(
                        file(HEADER, lines),
                        Realm.SANDBOX,
                        1,
                        new PopulationReader.Scope(true, Optional.empty(), Optional.of(day), LocalDate.MAX))
                .read();
    }

    private static String line(String insz, String reference, String died) {
        return insz + ";" + reference + ";01;9000;1970-01-15;" + died;
    }

    private static void assertTold(Report report, Severity severity, String code, String count) {
        assertThat(report.findings())
                .extracting(Finding::severity, Finding::code, finding -> finding.arguments()
                        .get(0))
                .contains(tuple(severity, code, count));
    }

    /** On whatever day: that of the run is before one of these, and nothing is granted to who has died since. */
    @ParameterizedTest
    @ValueSource(strings = {"2025-12-01", "2026-03-01", "2026-00-00", "0000-00-00"})
    void leavesOutWhoHasDied_andCountsTheHouseholdWithout(String died) throws IOException {
        PopulationReader.Read read = read(line(HEAD, HEAD, ""), line(PARTNER, HEAD, died), line(CHILD, HEAD, ""));

        Population population = read.population();
        assertThat(population.size()).isEqualTo(2);
        assertThat(population.placeOf(Long.parseLong(PARTNER))).isNegative();
        int head = population.placeOf(Long.parseLong(HEAD));
        assertThat(population.householdSize(head)).isEqualTo(2);
        assertThat(population.incomplete(head)).isFalse();
        assertThat(population.withoutReference(head)).isFalse();
        assertThat(read.refusedLines()).isZero();
        assertThat(read.mutations().deceased()).containsExactly(Long.parseLong(PARTNER));
        assertThat(read.report().findings()).hasSize(1);
        assertTold(read.report(), Severity.INFORMATION, "population.deceased", "1");
    }

    @Test
    void hasNoHousehold_whenAllOfItHaveDied() throws IOException {
        PopulationReader.Read read = read(line(HEAD, HEAD, "2025-12-01"), line(PARTNER, HEAD, "2025-12-02"));

        assertThat(read.population().size()).isZero();
        assertThat(read.report().findings()).hasSize(1);
    }

    @Test
    void keepsAHouseholdTogether_whoseReferencePersonHasDied_andTellsIt() throws IOException {
        PopulationReader.Read read =
                read(line(CHILD, HEAD, ""), line(HEAD, HEAD, "2025-12-01"), line(PARTNER, HEAD, ""));

        Population population = read.population();
        assertThat(population.households()).isEqualTo(1);
        int first = population.placeOf(Long.parseLong(CHILD));
        assertThat(population.referenceOf(population.placeOf(Long.parseLong(PARTNER))))
                .isEqualTo(first);
        assertThat(population.householdSize(first)).isEqualTo(2);
        assertThat(population.withoutReference(first)).isTrue();
        assertThat(read.refusedLines()).isZero();
        assertTold(read.report(), Severity.WARNING, "population.reference-deceased", "1");
    }

    @Test
    void isDead_whateverAnotherLineSays() throws IOException {
        PopulationReader.Read read =
                read(line(HEAD, HEAD, ""), line(PARTNER, HEAD, ""), line(PARTNER, HEAD, "2025-12-01"));

        assertThat(read.population().placeOf(Long.parseLong(PARTNER))).isNegative();
        assertThat(read.population().householdSize(0)).isEqualTo(1);
    }

    @Test
    void leavesOutWhoDiedOnADayThatCannotBeRead_andTellsTheField() throws IOException {
        PopulationReader.Read read = read(line(HEAD, HEAD, ""), line(PARTNER, HEAD, "1 December"));

        assertThat(read.population().size()).isEqualTo(1);
        assertThat(read.population().incomplete(0)).isFalse();
        assertThat(read.refusedLines()).isEqualTo(1);
        assertThat(read.report().findings())
                .extracting(Finding::code, finding -> finding.location().toString())
                .contains(tuple("population.date", "line 3, overlijdensdatum"));
    }

    @Test
    void wantsTheColumnOnEveryLine_orOnNone() throws IOException {
        assertThat(read(HEAD + ";" + HEAD + ";01;9000;1970-01-15").refusedLines())
                .isEqualTo(1);
        Path without = file(PopulationLine.HEADER, line(HEAD, HEAD, "2025-12-01"));
        assertThat(new PopulationReader(without, Realm.SANDBOX, 1).read().refusedLines())
                .isEqualTo(1);
        Path other = file(PopulationLine.HEADER + ";gestorven", line(HEAD, HEAD, ""));
        assertThatThrownBy(() -> new PopulationReader(other, Realm.SANDBOX, 1).read())
                .isInstanceOf(InvalidMessageException.class);
    }

    @Test
    void leavesOutPupilsAndHolders_whoHaveDied() throws IOException {
        Path pupils = file(
                "leerlingnummer;insz;schooljaar;overlijdensdatum",
                "L1;" + CHILD + ";2025-2026;",
                "L2;" + PARTNER + ";2025-2026;2026-01-05");
        SubjectsRead read = new PupilReader(pupils, Realm.SANDBOX, LocalDate.MAX, 0, 2025, Map.of()).read();
        assertThat(read.subjects()).extracting(Subject::keys).containsExactly(List.of("L1"));
        assertThat(read.mutations().deceased()).containsExactly(Long.parseLong(PARTNER));
        assertTold(read.report(), Severity.INFORMATION, "population.deceased", "1");

        Path holders = file("insz;overlijdensdatum", HEAD + ";2026-01-05", PARTNER + ";", CHILD + ";unknown", CHILD);
        read = new PersonReader(holders, Realm.SANDBOX, LocalDate.MAX, 1).read();
        assertThat(read.subjects()).extracting(each -> each.person().digits()).containsExactly(PARTNER);
        assertThat(read.refusedLines()).isEqualTo(2);
        assertThat(read.mutations().deceased()).containsExactlyInAnyOrder(Long.parseLong(HEAD), Long.parseLong(CHILD));
    }
}
