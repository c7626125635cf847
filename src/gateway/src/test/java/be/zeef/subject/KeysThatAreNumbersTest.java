package be.zeef.subject;

import static org.assertj.core.api.Assertions.assertThat;

import be.zeef.validation.Finding;
import be.zeef.validation.Location;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A recipient that knows children by keys of its own is never told a national number in their place. */
class KeysThatAreNumbersTest {

    private static final String CHILD = "17610100106";

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "17610100106, '', leerlingnummer",
        "'', 17610100106, dossiernummer",
        "'', 176101-001.06, dossiernummer",
        "L-17610100106, '', leerlingnummer",
        "L1, X17610100106-2, dossiernummer",
        "'', 17610100304, dossiernummer"
    })
    void areRefusedByLineAndField(String pupil, String file, String field) throws Exception {
        SubjectsRead read = read(pupil, file);

        assertThat(read.subjects()).isEmpty();
        assertThat(read.report().findings())
                .contains(Finding.error("population.key-insz", Location.field(2, field), field));
    }

    @ParameterizedTest
    @CsvSource({"L1, ''", "'', 2025-004711", "12345678901, ''"})
    void areReadWhereTheyAreNobodys(String pupil, String file) throws Exception {
        assertThat(read(pupil, file).subjects()).hasSize(1);
    }

    private SubjectsRead read(String pupil, String file) throws Exception {
        Path list = Files.writeString(
                folder.resolve("pupils.csv"),
                "leerlingnummer;insz;schooljaar;dossiernummer\n" + pupil + ";" + CHILD + ";2025-2026;" + file + "\n");
        return new PupilReader(list, Realm.SANDBOX, LocalDate.MAX, 1, 2025, Map.of("childcareFile", "dossiernummer"))
                .read();
    }
}
