package be.zeef.subject;

import static be.zeef.subject.SpreadsheetExtract.Form;
import static be.zeef.subject.SpreadsheetExtract.HEADER;
import static be.zeef.subject.SpreadsheetExtract.HOUSEHOLDS;
import static be.zeef.subject.SpreadsheetExtract.city;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.zeef.validation.Finding;
import be.zeef.validation.InvalidMessageException;
import be.zeef.validation.Severity;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Extracts as spreadsheets and transfers leave them: everyone in them is read, or the file is refused, and it is told. */
class ExtractsOfSpreadsheetsTest {

    @TempDir
    Path folder;

    private PopulationReader.Read read(String text) throws IOException {
        Path file = folder.resolve("population.csv");
        Files.writeString(file, text);
        return new PopulationReader(file, Realm.SANDBOX, 0).read();
    }

    @ParameterizedTest
    @EnumSource(Form.class)
    void readsEveryone_andTellsWhatItReadPast(Form form) throws IOException {
        PopulationReader.Read read = read(form.write(city()));

        assertThat(read.population().size()).isEqualTo(2 * HOUSEHOLDS);
        assertThat(read.population().households()).isEqualTo(HOUSEHOLDS);
        read.population().eachHousehold(head -> {
            assertThat(read.population().householdSize(head)).isEqualTo(2);
            assertThat(read.population().incomplete(head)).isFalse();
        });
        assertThat(read.refusedLines()).isZero();
        assertThat(read.report().findings())
                .extracting(Finding::code)
                .isEqualTo(form.told.isEmpty() ? List.of() : List.of(form.told));
    }

    @ParameterizedTest
    @CsvSource({
        "1970-00-00, 1970-01-01, 1970-12-31",
        "1970-05-00, 1970-05-01, 1970-05-31",
        "0000-00-00, -999999999-01-01, +999999999-12-31"
    })
    void keepsSomeoneWhoseBirthIsNotKnown_andLeavesOpenWhenItWas(String written, String earliest, String latest)
            throws IOException {
        List<String> lines = city();
        String person = PopulationReaderTest.insz(1970, 1, 99);
        String text = person + ";" + person + ";01;9000;" + written;
        lines.add(text);

        PopulationReader.Read read = read(Form.PLAIN.write(lines));

        assertThat(read.refusedLines()).isZero();
        assertThat(read.population().size()).isEqualTo(2 * HOUSEHOLDS + 1);
        assertThat(read.population().households()).isEqualTo(HOUSEHOLDS + 1);
        PopulationLine line = new PopulationLine(Realm.SANDBOX, LocalDate.MAX);
        line.read(text, 2, new be.zeef.validation.Findings());
        assertThat(line.earliestBirth()).hasToString(earliest);
        assertThat(line.latestBirth()).hasToString(latest);
    }

    /** A month that nobody knows is 00 in a number, and 60 in a test number. */
    @Test
    void keepsSomeoneWhoseNumberTellsNoBirth() throws IOException {
        List<String> lines = city();
        lines.add("70600000740;70600000740;01;9000;1970-00-00");

        PopulationReader.Read read = read(Form.PLAIN.write(lines));

        assertThat(read.refusedLines()).isZero();
        assertThat(read.population().size()).isEqualTo(2 * HOUSEHOLDS + 1);
        assertThat(read.population().households()).isEqualTo(HOUSEHOLDS + 1);
        assertThat(Insz.fault("70600000740", Realm.PRODUCTION)).contains(InszFault.TEST_NUMBER);
        assertThat(Insz.of("70600000740", Realm.SANDBOX).earliestBirth()).hasToString("1970-01-01");
    }

    @ParameterizedTest
    @CsvSource({"1970-13-01", "1970-02-30", "2023-02-29", "1970-00-32", "1970-1-01"})
    void refusesTheLine_whenNoCalendarHasTheDay(String written) {
        String person = PopulationReaderTest.insz(1970, 1, 99);

        assertThatThrownBy(() -> read(HEADER + "\n" + person + ";" + person + ";01;9000;" + written + "\n"))
                .isInstanceOfSatisfying(InvalidMessageException.class, refusal -> assertThat(
                                refusal.report().findings())
                        .extracting(Finding::code)
                        .contains("population.date"));
    }

    @Test
    void refusesTheLine_whenItsQuotesDoNotPair() {
        String person = PopulationReaderTest.insz(1970, 1, 99);
        for (String line : List.of(
                "\"" + person + ";" + person + ";01;9000;1970-01-15",
                "\"" + person + "\"x;" + person + ";01;9000;1970-01-15",
                "\"" + person + ";" + person + "\";01;9000;1970-01-15")) {
            assertThatThrownBy(() -> read(HEADER + "\n" + line + "\n")).isInstanceOf(InvalidMessageException.class);
        }
    }

    @Test
    void namesTheLineThatAnEditorShows_whateverTheLineEnds() throws IOException {
        for (String end : List.of("\n", "\r\n", "\r", "\r\r\n")) {
            List<String> lines = city();
            lines.set(5, "ABC" + lines.get(5).substring(3));
            Path file = folder.resolve("population.csv");
            Files.writeString(file, String.join(end, lines) + end);

            PopulationReader.Read read = new PopulationReader(file, Realm.SANDBOX, 0.5).read();

            assertThat(read.report().findings())
                    .filteredOn(finding -> finding.severity() == Severity.ERROR)
                    .extracting(finding -> finding.location().line())
                    .as(end.replace("\r", "CR").replace("\n", "LF"))
                    .contains(6);
        }
    }

    @Test
    void takesTheFingerprint_overWhatWasRead() throws IOException {
        String text = Form.CR_ONLY.write(city());
        assertThat(read(text).population().fingerprint()).isEqualTo(sha256(text));
    }

    @Test
    void readsAListOfPupils_asASpreadsheetWritesIt() throws IOException {
        Path file = folder.resolve("pupils.csv");
        Files.writeString(
                file,
                "sep=;\r\"leerlingnummer\";\"insz\";\"schooljaar\"\r\"L1\";\"" + PopulationReaderTest.insz(2015, 1, 1)
                        + "\";\"2025-2026\"\r;;\r\u001A");

        SubjectsRead read = new PupilReader(file, Realm.SANDBOX, LocalDate.MAX, 0, 2025, Map.of()).read();

        assertThat(read.subjects()).flatExtracting(Subject::keys).containsExactly("L1");
        assertThat(read.report().findings())
                .extracting(Finding::code)
                .containsExactly(
                        "population.line-ends",
                        "population.empty-rows",
                        "population.separator-line",
                        "population.end-mark");
    }

    @Test
    void tellsAFinding_whenTheFileIsAFolder() {
        assertThatThrownBy(() -> new PopulationReader(folder, Realm.SANDBOX, 0).read())
                .isInstanceOf(InvalidMessageException.class)
                .hasMessageContaining("population.unreadable");
    }

    private static String sha256(String text) {
        try {
            return java.util.HexFormat.of()
                    .formatHex(java.security.MessageDigest.getInstance("SHA-256")
                            .digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
