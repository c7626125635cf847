package be.zeef.validation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** A file of many bad lines is told in constant memory, and hides neither why it was refused nor how much is not told. */
class FindingsTest {

    private static final int LINES = 5 * Findings.KEPT;

    @Test
    void shouldTellWhatIsSaidOfTheWhole_howeverManyLinesAreBad() {
        Findings findings = badLines();
        findings.add(Finding.warning("population.reference-elsewhere", Location.WHOLE, "3"));
        findings.add(Finding.fatal("population.too-many-refused", Location.WHOLE, "1", "2", "0.0"));

        Report report = findings.report("population.csv");

        assertThat(report.findings())
                .extracting(Finding::code)
                .contains("population.reference-elsewhere", "population.too-many-refused");
        assertThat(report.count(Severity.ERROR)).isEqualTo(LINES);
    }

    @Test
    void shouldTellHowManyAreNotTold() {
        Report report = badLines().report("population.csv");

        assertThat(report.findings()).hasSize(Findings.KEPT + 1);
        assertThat(report.findings().get(Findings.KEPT)).satisfies(last -> {
            assertThat(last.code()).isEqualTo("report.dropped");
            assertThat(last.arguments()).containsExactly(Integer.toString(LINES - Findings.KEPT));
            assertThat(last.severity()).isEqualTo(Severity.WARNING);
        });
        assertThat(report.count(Severity.WARNING)).isEqualTo(1);
    }

    @Test
    void shouldKeepTheFatalOne_afterAsManyOfTheWhole() {
        Findings findings = new Findings();
        for (int i = 0; i < LINES; i++) {
            findings.add(Finding.warning("sync.receipt-foreign", Location.WHOLE, "file"));
        }
        findings.add(Finding.fatal("population.missing", Location.WHOLE, "file"));

        assertThat(findings.report("run").findings()).extracting(Finding::code).contains("population.missing");
    }

    @Test
    void shouldAddNothing_whenAllIsTold() {
        Findings findings = new Findings();
        findings.add(Finding.error("population.insz-shape", Location.field(2, "insz")));

        assertThat(findings.report("population.csv").findings()).hasSize(1);
        assertThat(findings.report("population.csv").counts()).containsOnlyKeys(Severity.ERROR);
    }

    private static Findings badLines() {
        Findings findings = new Findings();
        for (int line = 1; line <= LINES; line++) {
            findings.add(Finding.error("population.insz-shape", Location.field(line, "insz")));
        }
        return findings;
    }
}
