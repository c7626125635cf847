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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A child who lives in two households stands twice in the list of pupils, which is no mistake. */
class PupilsInTwoHouseholdsTest {

    private static final String CHILD = PopulationReaderTest.insz(2015, 1, 1);
    private static final String OTHER = PopulationReaderTest.insz(2016, 2, 2);

    @TempDir
    Path folder;

    @Test
    void readsBothLines_refusesNone_andTellsIt() throws IOException {
        SubjectsRead read = read("L1;" + CHILD, "L2;" + OTHER, "L3;" + CHILD);

        assertThat(read.subjects()).hasSize(2);
        assertThat(read.subjects().get(0).keys()).containsExactly("L1", "L3");
        assertThat(read.subjects().get(1).keys()).containsExactly("L2");
        assertThat(read.refusedLines()).isZero();
        assertThat(read.report().findings()).singleElement().satisfies(finding -> {
            assertThat(finding.code()).isEqualTo("population.pupil-two-lines");
            assertThat(finding.severity()).isEqualTo(Severity.INFORMATION);
            assertThat(finding.arguments()).containsExactly("1");
        });
    }

    @Test
    void readsALineThatStandsTwice_once() throws IOException {
        SubjectsRead read = read("L1;" + CHILD, "L1;" + CHILD);

        assertThat(read.subjects()).singleElement().satisfies(child -> assertThat(child.keys())
                .containsExactly("L1"));
        assertThat(read.refusedLines()).isZero();
    }

    @Test
    void refusesANumberThatIsAnothersToo_onItsLaterLine() throws IOException {
        SubjectsRead read = read(0.5, "L1;" + CHILD, "L1;" + OTHER, "L2;" + OTHER);

        assertThat(read.subjects()).extracting(Subject::keys).containsExactly(List.of("L1"), List.of("L2"));
        assertThat(read.refusedLines()).isEqualTo(1);
        assertThat(read.report().findings()).extracting(Finding::code).contains("population.pupil-twice");
    }

    @Test
    void readsWithWhichParentThePupilLives_byEachLine() throws IOException {
        String mother = PopulationReaderTest.insz(1985, 1, 1);
        Path file = Files.writeString(
                folder.resolve("pupils.csv"),
                "leerlingnummer;insz;schooljaar;ouder\nL1;" + CHILD + ";2025-2026;\nL2;" + CHILD + ";2025-2026;"
                        + mother + "\nL3;" + OTHER + ";2025-2026\nL4;" + OTHER + ";2025-2026;nobody\n");

        SubjectsRead read = new PupilReader(file, Realm.SANDBOX, LocalDate.MAX, 0.5, 2025, Map.of()).read();

        assertThat(read.subjects().get(0).households())
                .containsExactly(Insz.of(CHILD, Realm.SANDBOX), Insz.of(mother, Realm.SANDBOX));
        assertThat(read.subjects().get(1).households()).containsExactly(Insz.of(OTHER, Realm.SANDBOX));
        assertThat(read.refusedLines()).isEqualTo(1);
    }

    /** Where no refused line at all is allowed. */
    private SubjectsRead read(String... lines) throws IOException {
        return read(0, lines);
    }

    private SubjectsRead read(double maxBadShare, String... lines) throws IOException {
        StringBuilder text = new StringBuilder("leerlingnummer;insz;schooljaar\n");
        for (String line : lines) {
            text.append(line).append(";2025-2026\n");
        }
        Path file = Files.writeString(folder.resolve("pupils.csv"), text);
        return new PupilReader(file, Realm.SANDBOX, LocalDate.MAX, maxBadShare, 2025, Map.of()).read();
    }
}
