package be.zeef.subject;

import static be.zeef.subject.SpreadsheetExtract.Form;
import static be.zeef.subject.SpreadsheetExtract.city;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.zeef.validation.Finding;
import be.zeef.validation.InvalidMessageException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An extract that is replaced or grows while it is read is refused. */
class ChangingExtractsTest {

    @TempDir
    Path folder;

    private PopulationReader.Read read(String text) throws IOException {
        Path file = folder.resolve("population.csv");
        Files.writeString(file, text);
        return new PopulationReader(file, Realm.SANDBOX, 0).read();
    }

    @Test
    void refusesTheFile_whenItGrowsBetweenTwoReadings() {
        String half = Form.PLAIN.write(city().subList(0, 21));
        String whole = Form.PLAIN.write(city());
        for (List<String> readings :
                List.of(List.of(half, whole, whole), List.of(half, half, whole), List.of(whole, half, half))) {
            assertThatThrownBy(() -> reader(readings).read())
                    .isInstanceOfSatisfying(InvalidMessageException.class, refusal -> assertThat(
                                    refusal.report().findings())
                            .extracting(Finding::code)
                            .containsExactly("population.changed"));
        }
    }

    @Test
    void refusesTheFile_whenAnotherOfTheSameLengthTakesItsPlace() {
        String one = Form.PLAIN.write(city());
        String other = one.replace(";9000;", ";9030;");
        assertThatThrownBy(() -> reader(List.of(one, one, other)).read())
                .isInstanceOf(InvalidMessageException.class)
                .hasMessageContaining("population.changed");
    }

    @Test
    void refusesAListOfPupils_whenItGrowsWhileItIsRead() {
        String half = "leerlingnummer;insz;schooljaar\n";
        String whole = half + "L1;" + PopulationReaderTest.insz(2015, 1, 1) + ";2025-2026\n";
        CsvFile csv = new CsvFile(
                extract(List.of(half, whole)), Realm.SANDBOX, LocalDate.MAX, new be.zeef.validation.Findings());

        assertThatThrownBy(() -> csv.read("leerlingnummer;insz;schooljaar", (fields, number) -> {}))
                .isInstanceOf(InvalidMessageException.class)
                .hasMessageContaining("population.changed");
    }

    private static PopulationReader reader(List<String> readings) {
        return new PopulationReader(
                extract(readings), Realm.SANDBOX, 0, new PopulationReader.Scope(true, Optional.empty()));
    }

    /** An extract of which each reading finds another state. */
    private static Extract extract(List<String> readings) {
        List<String> left = new ArrayList<>(readings);
        return new Extract(
                () -> new ByteArrayInputStream(left.remove(0).getBytes(StandardCharsets.UTF_8)), "population.csv");
    }
}
