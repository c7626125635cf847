package be.zeef.cli.text;

import be.zeef.validation.Finding;
import be.zeef.validation.Report;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Machine-readable output: one JSON object a line. */
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
