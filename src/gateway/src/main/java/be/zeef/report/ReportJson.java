package be.zeef.report;

import be.zeef.protocol.Protocol.Section;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A report for programs: codes, and each figure with at least and at most how many. */
public final class ReportJson {

    private ReportJson() {}

    /** Which report it is, and on what it stands. */
    public static Map<String, Object> head(AgreementReport report) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("agreement", report.agreement().id());
        json.put("title", report.text("/title"));
        json.put("version", report.agreement().version());
        json.put("made", report.made().toString());
        json.put("state", report.standing().state().words());
        json.put("approvals", report.standing().approvals().stream().sorted().toList());
        report.head()
                .ifPresent(head -> json.put(
                        "checkpoint",
                        Map.of(
                                "origin", head.origin(),
                                "size", head.size(),
                                "root", head.root().base64())));
        return json;
    }

    /** The figures, and what they are about. */
    public static Map<String, Object> figures(AgreementReport report) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("step", Steps.STEP);
        json.put(
                "periods",
                report.periods().stream()
                        .map(period -> Map.of(
                                "from", period.first().toString(),
                                "to", period.last().toString()))
                        .toList());
        report.gone().ifPresent(day -> json.put("notKeptUpTo", day.toString()));
        Map<String, Object> benefits = new LinkedHashMap<>();
        report.figures().forEach((benefit, figures) -> benefits.put(benefit, groups(figures, report.periods())));
        json.put("benefits", benefits);
        json.put(
                "fields",
                report.fields().stream()
                        .map(read -> Map.of(
                                "answer", read.answer(),
                                "fields", read.fields(),
                                "read", read.facts(),
                                "dropped", read.dropped()))
                        .toList());
        json.put("bits", report.disclosed().bits());
        json.put("answersCouldCarry", report.disclosed().carried());
        return json;
    }

    /** Headings, and what stands under each. */
    public static List<Map<String, Object>> sections(List<Section> sections) {
        List<Map<String, Object>> json = new ArrayList<>();
        sections.forEach(section -> json.add(Map.of("title", section.title(), "lines", section.lines())));
        return json;
    }

    private static Map<String, Object> groups(Figures figures, List<Period> periods) {
        Map<String, Object> groups = new LinkedHashMap<>();
        for (Group group : Group.values()) {
            Map<String, Object> rows = new LinkedHashMap<>();
            figures.of(group, periods)
                    .forEach(figure -> rows.put(
                            figure.key(),
                            Map.of(
                                    "perPeriod",
                                    periods.stream()
                                            .map(period -> steps(figures.of(figure, period)))
                                            .toList(),
                                    "together",
                                    steps(figures.of(figure, periods)))));
            if (!rows.isEmpty()) {
                groups.put(group.name(), rows);
            }
        }
        return groups;
    }

    private static Map<String, Object> steps(Steps steps) {
        return Map.of("atLeast", steps.from(), "atMost", steps.to());
    }
}
