package be.zeef.subject;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.zeef.validation.Finding;
import be.zeef.validation.InvalidMessageException;
import be.zeef.validation.Severity;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Extracts as spreadsheets and transfers leave them: everyone in them is read, or the file is refused, and it is told. */
class ExtractsOfSpreadsheetsTest {

    private static final String HEADER = "insz;referentiepersoon;positie;postcode;geboortedatum";
    private static final int HOUSEHOLDS = 20;

    @TempDir
    Path folder;

    /** What was done to a good extract of twenty households of two, and what is told of it. */
    enum Form {
        PLAIN("") {
            @Override
            String write(List<String> lines) {
                return each(lines, "\n");
            }
        },
        CR_ONLY("population.line-ends") {
            @Override
            String write(List<String> lines) {
                return each(lines, "\r");
            }
        },
        CR_CR_LF("population.line-ends") {
            @Override
            String write(List<String> lines) {
                return each(lines, "\r\r\n");
            }
        },
        CR_IN_LF("population.line-ends") {
            @Override
            String write(List<String> lines) {
                return each(lines.subList(0, 11), "\n")
                        + each(lines.subList(11, 30), "\r")
                        + each(lines.subList(30, lines.size()), "\n");
            }
        },
        CTRL_Z("population.end-mark") {
            @Override
            String write(List<String> lines) {
                return each(lines, "\r\n") + "\u001A";
            }
        },
        CTRL_Z_BEHIND_THE_LAST_LINE("population.end-mark") {
            @Override
            String write(List<String> lines) {
                return String.join("\r\n", lines) + "\u001A";
            }
        },
        SEPARATOR_LINE("population.separator-line") {
            @Override
            String write(List<String> lines) {
                return "\uFEFFsep=;\r\n" + each(lines, "\r\n");
            }
        },
        EMPTY_ROWS("population.empty-rows") {
            @Override
            String write(List<String> lines) {
                return each(lines, "\r\n") + ";;;;\r\n".repeat(30);
            }
        },
        QUOTED("") {
            @Override
            String write(List<String> lines) {
                return each(
                        lines.stream()
                                .map(line -> "\"" + line.replace(";", "\";\"") + "\"")
                                .toList(),
                        "\r\n");
            }
        };

        private final String told;

        Form(String told) {
            this.told = told;
        }

        abstract String write(List<String> lines);

        private static String each(List<String> lines, String end) {
            return lines.stream().map(line -> line + end).collect(Collectors.joining());
        }
    }

    private static List<String> city() {
        List<String> lines = new ArrayList<>(List.of(HEADER));
        for (int i = 1; i <= HOUSEHOLDS; i++) {
            String head = PopulationReaderTest.insz(1970, 1, i);
            lines.add(head + ";" + head + ";01;9000;1970-01-15");
            lines.add(PopulationReaderTest.insz(2005, 3, i) + ";" + head + ";03;9000;2005-03-02");
        }
        return lines;
    }

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
        PopulationLine line = new PopulationLine(Realm.SANDBOX);
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
    void takesTheFingerprint_overWhatWasRead() throws IOException {
        String text = Form.CR_ONLY.write(city());
        assertThat(read(text).population().fingerprint()).isEqualTo(sha256(text));
    }

    @Test
    void refusesAListOfPupils_whenItGrowsWhileItIsRead() {
        String half = "leerlingnummer;insz;schooljaar\n";
        String whole = half + "L1;" + PopulationReaderTest.insz(2015, 1, 1) + ";2025-2026\n";
        CsvFile csv = new CsvFile(extract(List.of(half, whole)), new be.zeef.validation.Findings());

        assertThatThrownBy(() -> csv.read("leerlingnummer;insz;schooljaar", (fields, number) -> {}))
                .isInstanceOf(InvalidMessageException.class)
                .hasMessageContaining("population.changed");
    }

    @Test
    void readsAListOfPupils_asASpreadsheetWritesIt() throws IOException {
        Path file = folder.resolve("pupils.csv");
        Files.writeString(
                file,
                "sep=;\r\"leerlingnummer\";\"insz\";\"schooljaar\"\r\"L1\";\"" + PopulationReaderTest.insz(2015, 1, 1)
                        + "\";\"2025-2026\"\r;;\r\u001A");

        SubjectsRead read = new PupilReader(file, Realm.SANDBOX, 0, 2025).read();

        assertThat(read.subjects()).extracting(Subject::key).containsExactly("L1");
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
