package be.zeef.cli.text;

import be.zeef.validation.Finding;
import be.zeef.validation.PlainText;
import be.zeef.validation.Report;
import java.io.PrintWriter;
import java.util.Locale;

/** A report for a terminal: one finding a line, its place, its code and what to do. */
public final class ReportText {

    private ReportText() {}

    public static void print(Report report, PrintWriter out) {
        report.findings().forEach(finding -> out.println(line(report.subject(), finding)));
    }

    public static String line(String subject, Finding finding) {
        String place = PlainText.of(finding.location().toString());
        return Numberless.of(finding.severity().name().toLowerCase(Locale.ROOT) + "  " + PlainText.of(subject)
                + (place.isEmpty() ? "" : " (" + place + ")") + "  " + finding.code() + "\n    "
                + finding.text(Locale.getDefault()));
    }
}
