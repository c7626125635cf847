package be.zeef.cli.text;

import static org.assertj.core.api.Assertions.assertThat;

import be.zeef.validation.Finding;
import be.zeef.validation.Findings;
import be.zeef.validation.Location;
import be.zeef.validation.Report;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever names a file after a person does not thereby have that person's number told. */
class NumberlessTest {

    private static final String PERSON = "85651200136";

    /** Where a finding tells of this file, as its subject, in its place and in its text. */
    private static Report report(String file) {
        Findings findings = new Findings();
        findings.add(Finding.warning("payment.answer-foreign", Location.field(3, file), file));
        return findings.report(file);
    }

    private static String printed(Report report) {
        StringWriter out = new StringWriter();
        ReportText.print(report, new PrintWriter(out, true));
        return out.toString();
    }

    @ParameterizedTest
    @ValueSource(strings = {"%s.xml", "pain002_%s.xml", "20261127-%s-1.xml", "/data/%s/a.csv", "%s"})
    void tellsTheFile_withoutTheNumberInIts(String name) {
        Report report = report(name.formatted(PERSON));

        assertThat(printed(report) + Json.of(Json.of(report)))
                .doesNotContain(PERSON)
                .contains(name.formatted(Numberless.UNTOLD));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "pain002_20261127160528.xml",
                "GP202606-01-XFYARU",
                "IVAGO.SOCTEG.2026.00001.ack.p7m",
                "85651200137.xml",
                "0a856512001360b.xml"
            })
    void leavesOtherNamesAsTheyAre(String name) {
        assertThat(printed(report(name))).contains(name);
        assertThat(Json.of(Json.of(report(name)))).contains(name);
    }

    @Test
    void tellsTwoOfThem() {
        assertThat(Numberless.of(PERSON + " " + PERSON)).isEqualTo("(number) (number)");
    }
}
