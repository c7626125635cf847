package be.zeef.cli;

import be.zeef.run.SyncReport;
import be.zeef.validation.Finding;
import be.zeef.validation.Location;
import be.zeef.validation.Severity;
import java.io.PrintWriter;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Prints how syncs ended: a row each, what the row leaves unsaid below it. */
public final class SyncTable {

    private static final String ROW = "%-28s %-10s %8s %9s %13s %13s %6s %8s %10s %-10s %8s%n";

    private static final int MOST_TOLD = 20;

    private SyncTable() {}

    public static void print(List<SyncReport> reports, PrintWriter out) {
        out.printf(
                ROW,
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
                    ROW,
                    report.agreement(),
                    report.on(),
                    report.asked(),
                    report.eligible(),
                    report.notEligible(),
                    report.undetermined(),
                    report.granted(),
                    report.alreadyGranted(),
                    report.delivered(),
                    report.receipt(),
                    String.format(Locale.ROOT, "%.1f", report.seconds()));
        }
        for (SyncReport report : reports) {
            if (report.noLongerEligible() > 0) {
                out.println(report.noLongerEligible() + " grants of this period would not be given today; they stand.");
            }
            tell(report, out);
        }
        out.flush();
    }

    /** Every cause of undetermined, and of the rest as much as can be read. */
    private static void tell(SyncReport report, PrintWriter out) {
        Map<Boolean, List<Finding>> isCause = report.findings().stream()
                .filter(finding -> finding.severity() != Severity.INFORMATION)
                .collect(Collectors.partitioningBy(finding -> finding.code().startsWith("undetermined.")));
        // what is wrong with lines of a file must not hide what is wrong with the run
        List<Finding> others = isCause.get(false).stream()
                .sorted(Comparator.comparing(finding -> !finding.location().equals(Location.WHOLE)))
                .toList();
        Stream.concat(isCause.get(true).stream(), others.stream().limit(MOST_TOLD))
                .forEach(finding -> out.println(ReportText.line(report.agreement(), finding)));
        if (others.size() > MOST_TOLD) {
            out.println(report.agreement() + ": and " + (others.size() - MOST_TOLD) + " more (--json tells all)");
        }
    }

    public static Map<String, Object> json(SyncReport report) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("agreement", report.agreement());
        json.put("on", report.on().toString());
        json.put("persons", report.persons());
        json.put("asked", report.asked());
        json.put("eligible", report.eligible());
        json.put("notEligible", report.notEligible());
        json.put("undetermined", report.undetermined());
        json.put("causes", report.causes());
        json.put("new", report.granted());
        json.put("already", report.alreadyGranted());
        json.put("noLongerEligible", report.noLongerEligible());
        json.put("delivered", report.delivered());
        json.put("delivery", report.delivery());
        json.put("receipt", report.receipt());
        json.put("refusedLines", report.refusedLines());
        json.put("done", report.done());
        json.put("complete", report.complete());
        json.put("seconds", report.seconds());
        json.put("findings", Json.findings(report.findings()));
        return json;
    }
}
