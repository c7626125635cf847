package be.zeef.subject;

import static org.assertj.core.api.Assertions.assertThat;

import be.zeef.validation.Finding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Children in the city's childcare are known to invoicing by a file number, with a pupil number beside it or without one. */
class ChildrenInCareTest {

    private static final String HEADER = "leerlingnummer;insz;schooljaar;dossiernummer\n";
    private static final String BABY = PopulationReaderTest.insz(2024, 1, 1);
    private static final String PUPIL = PopulationReaderTest.insz(2015, 1, 1);

    @TempDir
    Path folder;

    private SubjectsRead read(String text) throws IOException {
        return read(text, Map.of("childcareFile", "dossiernummer"));
    }

    private SubjectsRead read(String text, Map<String, String> otherKeys) throws IOException {
        Path file = Files.writeString(folder.resolve("pupils.csv"), text);
        return new PupilReader(file, Realm.SANDBOX, LocalDate.MAX, 0.9, 2025, otherKeys).read();
    }

    private static List<RecipientKey> keys(SubjectsRead read, String insz) {
        return read.subjects().stream()
                .filter(subject -> subject.person().digits().equals(insz))
                .flatMap(subject -> subject.keys().stream().map(RecipientKey::of))
                .toList();
    }

    @Test
    void areReadByTheirFileNumber_whichMayBeAPupilsNumberToo() throws IOException {
        SubjectsRead read = read(HEADER + "77;" + PUPIL + ";2025-2026;\n;" + BABY + ";2025-2026;77\n");

        assertThat(read.refusedLines()).isZero();
        assertThat(read.report().findings()).isEmpty();
        assertThat(keys(read, PUPIL)).containsExactly(new RecipientKey("", "77"));
        assertThat(keys(read, BABY)).containsExactly(new RecipientKey("childcareFile", "77"));
    }

    @Test
    void areReadUnderBothNumbers_whereTheLineHasBoth() throws IOException {
        SubjectsRead read = read(HEADER + "77;" + PUPIL + ";2025-2026;77\n");

        assertThat(read.subjects()).hasSize(1);
        assertThat(keys(read, PUPIL))
                .containsExactlyInAnyOrder(new RecipientKey("", "77"), new RecipientKey("childcareFile", "77"));
        assertThat(read.report().findings()).as("one line is one household").isEmpty();
    }

    @Test
    void areToldByLineAndField_whereTheyHaveNeither() throws IOException {
        SubjectsRead read = read(HEADER + "77;" + PUPIL + ";2025-2026;\n;" + BABY + ";2025-2026;\n");

        assertThat(read.refusedLines()).isOne();
        Finding finding = read.report().findings().get(0);
        assertThat(finding.code()).isEqualTo("population.no-key");
        assertThat(finding.location().line()).isEqualTo(3);
        assertThat(finding.arguments()).containsExactly("leerlingnummer, dossiernummer");
    }

    @Test
    void areRefused_whereAFileNumberIsNoneOrAnotherChilds() throws IOException {
        SubjectsRead read =
                read(HEADER + ";" + PUPIL + ";2025-2026;K1\n;" + BABY + ";2025-2026;K1\n;" + BABY + ";2025-2026;K 1\n");

        assertThat(read.subjects()).hasSize(1);
        assertThat(read.report().findings())
                .extracting(Finding::code)
                .containsExactly("population.pupil-twice", "population.key-number");
    }

    @Test
    void areReadWithTheParentOfTheLine() throws IOException {
        String mother = PopulationReaderTest.insz(1985, 1, 1);

        SubjectsRead read = read("leerlingnummer;insz;schooljaar;ouder;dossiernummer\n77;" + PUPIL + ";2025-2026;;\n;"
                + PUPIL + ";2025-2026;" + mother + ";K1\n");

        assertThat(read.subjects().get(0).households()).extracting(Insz::digits).containsExactly(PUPIL, mother);
        assertThat(read.report().findings()).extracting(Finding::code).containsExactly("population.pupil-two-lines");
    }

    @Test
    void needNoFileNumber_whereTheListHasNoSuchColumn() throws IOException {
        String text = "leerlingnummer;insz;schooljaar\n77;" + PUPIL + ";2025-2026\n";

        assertThat(keys(read(text), PUPIL)).containsExactly(new RecipientKey("", "77"));
        assertThat(keys(read(text, Map.of()), PUPIL)).containsExactly(new RecipientKey("", "77"));
    }
}
