package be.zeef.cli.report;

import be.zeef.cli.text.Json;
import be.zeef.print.Pdf;
import be.zeef.report.AgreementReport;
import be.zeef.report.Part;
import be.zeef.report.Register;
import be.zeef.report.RegisterTurtle;
import be.zeef.report.ReportCsv;
import be.zeef.report.ReportJson;
import be.zeef.report.ReportPage;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** In which form a report is given. */
enum Format {
    html,
    pdf,
    csv,
    json,
    turtle;

    /** @param chosen whether somebody asked for this very part */
    boolean has(Set<Part> parts, boolean chosen) {
        return switch (this) {
            case csv -> !chosen || parts.contains(Part.FIGURES);
            case turtle -> !chosen || parts.contains(Part.RECORD);
            default -> true;
        };
    }

    byte[] of(AgreementReport report, Set<Part> parts, Locale locale) {
        return switch (this) {
            case html -> ReportPage.of(report, parts, locale).getBytes(StandardCharsets.UTF_8);
            case pdf -> Pdf.of(ReportPage.of(report, parts, locale));
            case csv -> ReportCsv.of(report).getBytes(StandardCharsets.UTF_8);
            case json -> (Json.of(json(report, parts, locale)) + "\n").getBytes(StandardCharsets.UTF_8);
            case turtle -> new RegisterTurtle(report, locale).text().getBytes(StandardCharsets.UTF_8);
        };
    }

    private static Map<String, Object> json(AgreementReport report, Set<Part> parts, Locale locale) {
        Map<String, Object> json = ReportJson.head(report);
        if (parts.contains(Part.FIGURES)) {
            json.putAll(ReportJson.figures(report));
            json.put("retention", report.kept());
        }
        if (parts.contains(Part.RECORD)) {
            json.put("record", ReportJson.sections(new Register(report, locale).sections()));
        }
        if (parts.contains(Part.PROTOCOL)) {
            json.put("protocol", ReportJson.sections(report.protocol()));
        }
        return json;
    }
}
