package be.zeef.cli.text;

import be.zeef.validation.Finding;
import be.zeef.validation.Report;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Machine-readable output ({@link OneObject}). */
public final class Json {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private Json() {}

    public static String of(Object value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    public static Map<String, Object> of(Report report) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("subject", Numberless.of(report.subject()));
        json.put("acceptable", report.acceptable());
        json.put("findings", findings(report.findings()));
        return json;
    }

    public static List<Map<String, Object>> findings(List<Finding> findings) {
        return findings.stream().map(Json::finding).toList();
    }

    /** Why a command did not do what was asked, where no report says it. */
    public static Map<String, Object> refused(String code, String text) {
        return Map.of("findings", List.of(told("fatal", code, text)));
    }

    /** What is said beside findings, in the same form. */
    public static Map<String, Object> told(String severity, String code, String text) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("severity", severity);
        json.put("code", code);
        json.put("line", 0);
        json.put("column", 0);
        json.put("path", "");
        json.put("text", Numberless.of(text));
        return json;
    }

    private static Map<String, Object> finding(Finding finding) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("severity", finding.severity().name().toLowerCase(Locale.ROOT));
        json.put("code", finding.code());
        json.put("line", finding.location().line());
        json.put("column", finding.location().column());
        json.put("path", Numberless.of(finding.location().path()));
        json.put("text", Numberless.of(finding.text(Locale.getDefault())));
        return json;
    }
}
