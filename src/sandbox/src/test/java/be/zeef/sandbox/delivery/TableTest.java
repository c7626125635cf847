package be.zeef.sandbox.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A better grant of a later day leaves the days before it to the earlier one, also after a restart. */
class TableTest {

    @TempDir
    Path folder;

    @Test
    void keepsTheDaysBefore() throws IOException {
        put("B", "2025-09-01", "2026-08-31");
        assertThat(put("A", "2026-04-15", "2026-08-31"))
                .isEqualTo("pupil;class;from;until\nL1;B;2025-09-01;2026-04-14\nL1;A;2026-04-15;2026-08-31\n");
    }

    @Test
    void keepsNothingOfWhatIsCoveredWhole() throws IOException {
        put("C", "2025-09-01", "2026-08-31");
        put("B", "2026-04-15", "2026-08-31");
        assertThat(put("A", "2025-09-01", "2026-08-31"))
                .isEqualTo("pupil;class;from;until\nL1;A;2025-09-01;2026-08-31\n");
    }

    @Test
    void tellsSchoolYearsApart() throws IOException {
        put("B", "2025-09-01", "2026-08-31");
        assertThat(put("A", "2026-09-01", "2027-08-31"))
                .isEqualTo("pupil;class;from;until\nL1;B;2025-09-01;2026-08-31\nL1;A;2026-09-01;2027-08-31\n");
    }

    private String put(String value, String from, String until) throws IOException {
        Path file = folder.resolve("tariffs.csv");
        Table table = new Table(file, "pupil;class;from;until");
        Line line = new Line("id", "L1", value, from, until);
        table.put(line);
        table.store();
        assertThat(table.same(line)).contains(line);
        return Files.readString(file);
    }
}
