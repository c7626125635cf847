package be.zeef.columns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import be.zeef.columns.PeriodChecks.Rules;
import be.zeef.packing.DeliveryHead;
import be.zeef.packing.DeliveryLine;
import be.zeef.packing.Totals;
import be.zeef.validation.Finding;
import be.zeef.validation.InvalidMessageException;
import be.zeef.validation.Report;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ColumnMapTest {

    private static final Rules RULES =
            new Rules("pupil", Pattern.compile("[a-zA-Z0-9;\" ]+"), "class", new TreeSet<>(Set.of("A", "B")));
    private static final String GOOD = """
            separator: ";"
            quoting: needed
            lineEnd: lf
            header: true
            dates: dd/MM/yyyy
            columns:
              - {header: Nr, from: pupil}
              - {header: Code, from: class, codes: {A: T1, B: T2}}
              - {header: Van, from: from}
              - {header: Tot, from: until}
              - {header: Bron, fixed: "a;b"}
            """;

    @TempDir
    Path folder;

    private ColumnMap map(String yaml) throws IOException {
        return ColumnMap.load(Files.writeString(folder.resolve("columns.yaml"), yaml), RULES);
    }

    private static String written(ColumnMap map, String... pupils) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ColumnWriter writer = new ColumnWriter(map, out);
        writer.start(
                new DeliveryHead("X.Y", "a", 2025, 1, LocalDate.of(2025, 9, 1), "gent.be", DeliveryHead.Format.CSV));
        for (String pupil : pupils) {
            writer.line(
                    new DeliveryLine("0".repeat(64), pupil, "B", LocalDate.of(2025, 9, 1), LocalDate.of(2026, 8, 31)));
        }
        writer.end(new Totals(pupils.length, new TreeMap<>()));
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void quotesWhatNeedsIt() throws IOException {
        assertThat(written(map(GOOD), "one", "a;b", "say \"x\""))
                .isEqualTo("Nr;Code;Van;Tot;Bron\n"
                        + "one;T2;01/09/2025;31/08/2026;\"a;b\"\n"
                        + "\"a;b\";T2;01/09/2025;31/08/2026;\"a;b\"\n"
                        + "\"say \"\"x\"\"\";T2;01/09/2025;31/08/2026;\"a;b\"\n");
    }

    @Test
    void quotesEverything_whenTold() throws IOException {
        String yaml = GOOD.replace("needed", "always")
                .replace("lf", "crlf")
                .replace("header: true", "header: false")
                .replace("\";\"", "tab")
                .replace("dd/MM/yyyy", "yyyyMMdd");

        assertThat(written(map(yaml), "one")).isEqualTo("\"one\"\t\"T2\"\t\"20250901\"\t\"20260831\"\t\"a;b\"\r\n");
    }

    @Test
    void readsBackWhatItWrote() throws IOException {
        for (String yaml : List.of(GOOD, GOOD.replace("needed", "always").replace("header: true", "header: false"))) {
            ColumnMap map = map(yaml);
            Path file = Files.writeString(folder.resolve("a.csv"), written(map, "one", "a;b", "say \"x\""));
            assertThat(ColumnFile.check(file, map, RULES).findings()).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Nr;Code;Van;Tot;Bron | Nr;Code;Tot;Van;Bron | delivery.columns-header  | 1",
                "two;T1               | two;T1;x             | delivery.columns-fields  | 3",
                "two;T1               | two;T9               | delivery.columns-code    | 3",
                "two;T1               | two;A                | delivery.columns-code    | 3",
                "two;T1;01/09/2025    | two;T1;31/02/2026    | delivery.columns-date    | 3",
                "two;T1;01/09/2025    | two;T1;2025-09-01    | delivery.columns-date    | 3",
                "two;T1;01/09/2025    | two;T1;01/09/2027    | delivery.period          | 3",
                "two;                 | =two;                | delivery.formula         | 3",
                "two;                 | two!;                | delivery.key             | 3",
                "two;                 | one;                 | delivery.key-twice       | 3",
                "two;                 | \"two;                | delivery.columns-text    | 3",
                "31/08/2026;x         | 31/08/2026;y         | delivery.columns-fixed   | 2",
            })
    void tellsTheRow_whenAFileIsAgainstItsMap(String good, String bad, String code, int line) throws IOException {
        ColumnMap map = map(GOOD.replace("\"a;b\"", "x"));
        String text = "Nr;Code;Van;Tot;Bron\none;T2;01/09/2025;31/08/2026;x\ntwo;T1;01/09/2025;31/08/2026;x\n";
        Path file = Files.writeString(folder.resolve("a.csv"), text);
        assertThat(ColumnFile.check(file, map, RULES).findings()).isEmpty();

        Files.writeString(file, text.replaceFirst(Pattern.quote(good), bad));
        Report report = ColumnFile.check(file, map, RULES);

        assertThat(report.findings()).hasSize(1);
        assertThat(report.findings().get(0).code()).isEqualTo(code);
        assertThat(report.findings().get(0).location().line()).isEqualTo(line);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '%',
            value = {
                "header: true                | header: true~foo: 1          | columns.key          | /foo",
                "separator: ';'              | separator: 'x'                 | columns.choice       | /separator",
                "quoting: needed             | quoting: never                 | columns.choice       | /quoting",
                "lineEnd: lf                 |                                | columns.choice       | /lineEnd",
                "header: true                | header: maybe                  | columns.choice       | /header",
                "dates: dd/MM/yyyy           | dates: MM/yyyy                 | columns.dates        | /dates",
                "dates: dd/MM/yyyy           | dates: notapattern             | columns.dates        | /dates",
                "{header: Nr, from: pupil}   | {from: pupil}                  | columns.header       | /columns/0/header",
                "{header: Nr, from: pupil}   | {header: '=Nr', from: pupil}   | columns.header       | /columns/0/header",
                "{header: Van, from: from}   | {header: Nr, from: from}       | columns.header-twice | /columns/2/header",
                "{header: Nr, from: pupil}   | {header: Nr, from: pupil, fixed: x} | columns.source  | /columns/0",
                "{header: Bron, fixed: 'a;b'}| {header: Bron}                 | columns.source       | /columns/4",
                "{header: Bron, fixed: 'a;b'}| {header: Bron, fixed: '@x'}    | columns.fixed        | /columns/4/fixed",
                "{header: Bron, fixed: 'a;b'}| {header: Bron, from: name}     | columns.field        | /columns/4/from",
                "{header: Bron, fixed: 'a;b'}| {header: Bron, from: pupil}    | columns.field-twice  | /columns/4/from",
                "{header: Van, from: from}   | {header: V, from: from, codes: {A: x}} | columns.codes-place | /columns/2/codes",
                "codes: {A: T1, B: T2}       | codes: {A: T1}                 | columns.codes        | /columns/1/codes",
                "codes: {A: T1, B: T2}       | codes: {A: T1, B: T1}          | columns.codes        | /columns/1/codes",
                "codes: {A: T1, B: T2}       | codes: {A: T1, B: '=1'}        | columns.codes        | /columns/1/codes",
                "{header: Tot, from: until}  | {header: Tot, fixed: x}        | columns.missing      | /columns",
            })
    void tellsThePlaceAndTheRemedy_whenTheMapIsWrong(String good, String bad, String code, String place)
            throws IOException {
        String yaml = GOOD.replace('"', '\'');
        String wrong = yaml.replace(good, bad == null ? "" : bad.replace('~', '\n'));
        assertThat(wrong).isNotEqualTo(yaml);

        Report report = refused(wrong);

        assertThat(report.subject()).endsWith("columns.yaml");
        assertThat(report.findings()).extracting(Finding::code).containsExactly(code);
        Finding finding = report.findings().get(0);
        assertThat(finding.location().path()).isEqualTo(place);
        assertThat(finding.text(Locale.ENGLISH)).doesNotContain("{").hasSizeGreaterThan(30);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "just text", "a: [", "- 1"})
    void refusesWhatIsNoMap(String text) throws IOException {
        assertThat(refused(text).findings()).extracting(Finding::code).containsExactly("columns.yaml");
    }

    private Report refused(String yaml) {
        return catchThrowableOfType(InvalidMessageException.class, () -> map(yaml))
                .report();
    }
}
