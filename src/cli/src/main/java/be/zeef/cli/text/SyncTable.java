package be.zeef.cli.text;

import be.zeef.run.SyncReport;
import be.zeef.validation.Finding;
import be.zeef.validation.Location;
import be.zeef.validation.Severity;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Prints how syncs ended: a row each, what the row leaves unsaid below it. */
public final class SyncTable {

    private static final String COLUMNS = " %-10s %8s %9s %13s %13s %6s %8s %10s %-20s %8s%n";

    /** The least room for a name; a benefit's is longer. */
    private static final int NAME = 28;

    /** Of what is wrong with lines of files. */
    private static final int MOST_TOLD = 20;

    private SyncTable() {}

    public static void print(List<SyncReport> reports, PrintWriter out) {
        int name =
                reports.stream().mapToInt(report -> report.agreement().length()).reduce(NAME, Math::max);
        String row = "%-" + name + "s" + COLUMNS;
        out.printf(
                row,
                "agreement",
                "on",
                "asked",
                "eligible",
                "not eligible",
                "undetermined",
                "new",
                "already",
                "delivered",
                "receipt",
                "seconds");
        for (SyncReport report : reports) {
            out.printf(
                    Locale.ROOT,
                    row,
                    report.agreement(),
                    report.on(),
                    report.asked(),
                    report.eligible(),
                    report.notEligible(),
                    report.undetermined(),
                    report.granted(),
                    report.alreadyGranted(),
                    report.delivered(),
                    receipt(report),
                    String.format(Locale.ROOT, "%.1f", report.seconds()));
        }
        for (SyncReport report : reports) {
            if (report.noLongerEligible() > 0) {
                out.println(Count.of(report.noLongerEligible(), "grant", "grants")
                        + " of this period would not be given today; what was given stands.");
            }
            tell(report, out);
        }
        out.flush();
    }

    /** Where some lines were refused and some not, how many. */
    private static String receipt(SyncReport report) {
        return report.refusedLines() > 0 && report.receipt().startsWith("partly")
                ? report.receipt() + " (" + report.refusedLines() + ")"
                : report.receipt();
    }

    /** All that is to be said of the run, and of lines of files as much as can be read. */
    private static void tell(SyncReport report, PrintWriter out) {
        Map<Boolean, List<Finding>> ofRun = report.findings().stream()
                .filter(finding -> finding.severity() != Severity.INFORMATION)
                .collect(Collectors.partitioningBy(finding -> finding.location().equals(Location.WHOLE)));
        List<Finding> ofLines = ofRun.get(false);
        Stream.concat(ofRun.get(true).stream(), ofLines.stream().limit(MOST_TOLD))
                .forEach(finding -> out.println(ReportText.line(report.agreement(), finding)));
        if (ofLines.size() > MOST_TOLD) {
            out.println(report.agreement() + ": and " + (ofLines.size() - MOST_TOLD) + " more (--json tells all)");
        }
    }

    public static Map<String, Object> json(SyncReport report) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("agreement", report.agreement());
        json.put("on", report.on().toString());
        json.put("persons", report.persons());
        json.put("subjectsAsked", report.asked());
        json.put("questions", report.questions());
        json.put("eligible", report.eligible());
        json.put("notEligible", report.notEligible());
        json.put("undetermined", report.undetermined());
        json.put("causes", report.causes());
        json.put("grantsNew", report.granted());
        json.put("grantsAlready", report.alreadyGranted());
        json.put("grantsNoLongerEligible", report.noLongerEligible());
        json.put("populationRowsRefused", report.notAsked());
        json.put("rowsDelivered", report.delivered());
        json.put("delivery", report.delivery());
        json.put("receipt", report.receipt());
        json.put("recipientRowsRefused", report.refusedLines());
        json.put("done", report.done());
        json.put("complete", report.complete());
        json.put("seconds", report.seconds());
        json.put("findings", Json.findings(report.findings()));
        return json;
    }
}
