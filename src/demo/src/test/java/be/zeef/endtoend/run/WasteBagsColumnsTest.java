package be.zeef.endtoend.run;

import static org.assertj.core.api.Assertions.assertThat;

import be.zeef.check.Contracts;
import be.zeef.endtoend.city.TestCity;
import be.zeef.endtoend.city.Truth;
import be.zeef.run.SyncReport;
import be.zeef.subject.Today;
import be.zeef.validation.Finding;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How a household is given its bags, and in which zone: what the city's register says of it reaches IVAGO, end to end. */
class WasteBagsColumnsTest {

    private static final LocalDate JULY = LocalDate.of(2026, 7, 16);

    @TempDir
    Path folder;

    private static List<String> records(TestCity city) throws Exception {
        return Files.readAllLines(inbox(city));
    }

    private static Path inbox(TestCity city) {
        return city.sandbox().folder().resolve("ivago/inbox/IVAGO.SOCTEG.2026.00001.csv");
    }

    /** {@code household;category;year} and what else a line says, of each line. */
    private static TreeSet<String> lines(TestCity city) throws Exception {
        return records(city).stream()
                .filter(line -> line.startsWith("L;"))
                .map(line -> line.split(";", 3)[2].replaceFirst(";;$", ""))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<Finding> validated(TestCity city) throws Exception {
        return Contracts.report(
                        new Contracts(city.settings(), Today.wallClock())
                                .named("ivago")
                                .orElseThrow(),
                        inbox(city))
                .findings();
    }

    @Test
    void shouldDeliverWhatTheRegisterSaysOfEachHousehold() throws Exception {
        try (TestCity city = new TestCity(folder, 300)) {
            city.sync("2026-07-16");

            assertThat(records(city).get(1)).isEqualTo("C;wijze;zone");
            assertThat(lines(city))
                    .isEqualTo(Truth.told(city.sandbox().folder().resolve("city/truth.csv"), JULY, JULY))
                    .anyMatch(line -> line.matches(".*;2026;;Z\\d\\d"))
                    .anyMatch(line -> line.contains(";VOUCHER;"))
                    .anyMatch(line -> line.contains(";CREDIT;"))
                    .anyMatch(line -> line.endsWith(";2026"));
            assertThat(validated(city)).isEmpty();
            TreeSet<String> credited = Files.readAllLines(
                            city.sandbox().folder().resolve("ivago/credits.csv"))
                    .stream()
                    .map(line -> line.substring(line.indexOf(';') + 1))
                    .collect(Collectors.toCollection(TreeSet::new));
            assertThat(credited).isEqualTo(lines(city));
        }
    }

    /** A register that says something which is not agreed: that household waits, is told, and everybody else gets theirs. */
    @Test
    void shouldDeliverEverybodyElse_whenAHouseholdsLineHoldsWhatIsNotAgreed() throws Exception {
        try (TestCity city = new TestCity(folder, 100)) {
            TreeSet<String> due = Truth.told(city.sandbox().folder().resolve("city/truth.csv"), JULY, JULY);
            String one = due.first().substring(0, 11);
            Path odd = Files.write(
                    folder.resolve("odd.csv"),
                    Files.readAllLines(city.population()).stream()
                            .map(line -> line.startsWith(one) ? line.replaceFirst(";[^;]*;[^;]*$", ";postduif;") : line)
                            .toList());

            SyncReport report = city.sync("2026-07-16", odd, false);

            due.removeIf(line -> line.startsWith(one));
            assertThat(lines(city)).isEqualTo(due);
            assertThat(report.findings())
                    .extracting(Finding::code)
                    .contains("population.column-value", "undetermined.column-not-agreed");
            assertThat(report.causes()).containsEntry("column-not-agreed", 1L);
            assertThat(report.complete()).isFalse();
            assertThat(report.findings().toString()).doesNotContain("postduif");
        }
    }

    /** Where the register does not say them, the delivery is what it was: five fields, and no record that names columns. */
    @Test
    void shouldDeliverAsBefore_whenTheRegisterSaysNothingOfWayAndZone() throws Exception {
        try (TestCity city = new TestCity(folder, 100)) {
            Path without = folder.resolve("without.csv");
            Files.write(
                    without,
                    Files.readAllLines(city.population()).stream()
                            .map(line -> line.replaceFirst(";[^;]*;[^;]*$", ""))
                            .toList());

            city.sync("2026-07-16", without, false);

            List<String> records =
                    Files.readAllLines(city.sandbox().folder().resolve("ivago/inbox/IVAGO.SOCTEG.2026.00001.csv"));
            assertThat(records).noneMatch(line -> line.startsWith("C;"));
            assertThat(records)
                    .filteredOn(line -> line.startsWith("L;"))
                    .isNotEmpty()
                    .allMatch(line -> line.split(";", -1).length == 5);
            assertThat(city.credited())
                    .isEqualTo(Truth.credits(city.sandbox().folder().resolve("city/truth.csv"), JULY, JULY));
        }
    }
}
