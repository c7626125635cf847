package be.zeef.report;

import be.zeef.ledger.seal.Checkpoint;
import be.zeef.print.Markup;
import be.zeef.protocol.Protocol.Section;
import be.zeef.subject.Today;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** A report as one page, for a screen and for paper alike. */
public final class ReportPage {

    private final AgreementReport report;
    private final Locale locale;
    private final Words words;
    private final Markup page;

    private ReportPage(AgreementReport report, Locale locale) {
        this.report = report;
        this.locale = locale;
        this.words = new Words(locale);
        this.page = new Markup(words.of("language"), words.of("title", report.text("/title")), style());
    }

    /**
     * @param parts in the order of their declaration, whatever theirs
     * @param locale Dutch, English or French
     */
    public static String of(AgreementReport report, Set<Part> parts, Locale locale) {
        return new ReportPage(report, locale).of(parts);
    }

    private String of(Set<Part> parts) {
        head();
        if (parts.contains(Part.FIGURES)) {
            new Glance(report, words, page).write();
            figures();
            fields();
            list(words.of("retention"), report.kept());
            evidence();
        }
        if (parts.contains(Part.RECORD)) {
            part(words.of("record"), new Register(report, locale).sections());
        }
        if (parts.contains(Part.PROTOCOL)) {
            part(words.of("protocol"), report.protocol());
        }
        return page.end();
    }

    private static String style() {
        try (InputStream style = ReportPage.class.getResourceAsStream("figures.css")) {
            return new String(style.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void head() {
        page.element("p", words.of("eyebrow"), "class", "eyebrow").element("h1", report.text("/title"));
        page.element(
                "p",
                words.of("parties", report.text("/parties/sender/name"), report.text("/parties/recipient/name")),
                "class",
                "lead");
        page.open("table", "class", "facts").open("tbody");
        fact(words.of("state"), state());
        fact(words.of("approvals"), approvals());
        fact(
                words.of("validity"),
                words.of(
                        "span",
                        report.agreement().validity().from(),
                        report.agreement().validity().until()));
        fact(words.of("periods"), told());
        fact(words.of("evidence"), stands());
        fact(
                words.of("version"),
                report.agreement().id() + " " + report.agreement().version());
        page.close().close();
        page.element("p", words.of("made", words.moment(report.made())), "class", "note");
    }

    private void fact(String label, String text) {
        page.open("tr").element("th", label, "scope", "row").element("td", text).close();
    }

    private String told() {
        YearMonth last = report.periods().get(report.periods().size() - 1).last();
        String told = words.of("span", report.periods().get(0).first(), last);
        boolean over = last.isBefore(YearMonth.from(Today.at(report.made())));
        return (over ? told : told + " " + words.of("unfinished")) + gone();
    }

    private String gone() {
        return report.gone().map(day -> ". " + words.of("gone", day)).orElse("");
    }

    private String state() {
        String state = words.of("state." + report.standing().state());
        return report.standing()
                .halt()
                .map(halt -> state + " " + words.of("halt", halt.by(), halt.reason()))
                .orElse(state);
    }

    private String approvals() {
        Set<String> sides = report.standing().approvals();
        return sides.isEmpty()
                ? words.of("approvals.none")
                : sides.stream().sorted().map(side -> words.of("side." + side)).collect(Collectors.joining(", "));
    }

    private String stands() {
        return report.head()
                .map(head -> words.of("evidence.head", words.number(head.size()), head.origin()))
                .orElseGet(() -> words.of("evidence.none"));
    }

    private void figures() {
        page.element("h2", words.of("figures"));
        report.figures().forEach((benefit, figures) -> {
            if (report.figures().size() > 1) {
                page.element("p", benefit, "class", "benefit");
            }
            new FigureTables(figures, report.periods(), words, page).write();
        });
    }

    private void fields() {
        page.element("h2", words.of("fields"));
        if (report.fields().isEmpty()) {
            page.element("p", words.of("fields.none"));
        } else {
            page.open("div", "class", "wide")
                    .open("table", "class", "fields")
                    .open("thead")
                    .open("tr");
            for (String column : List.of("answer", "could", "read", "dropped", "facts")) {
                page.element("th", words.of("fields." + column), "scope", "col");
            }
            page.close().close().open("tbody");
            for (AgreementReport.Read read : report.fields()) {
                page.open("tr").element("th", read.answer(), "scope", "row");
                for (int number : List.of(read.fields(), read.read(), read.dropped())) {
                    page.element("td", words.number(number), "class", "number");
                }
                page.element("td", String.join(", ", read.facts())).close();
            }
            page.close().close().close();
        }
        bits();
    }

    private void bits() {
        AgreementReport.Disclosed disclosed = report.disclosed();
        page.element("h3", words.of("bits")).open("ul");
        for (Map.Entry<String, Double> each : disclosed.bits().entrySet()) {
            page.element("li", words.of("bits.told", Glance.bits(each.getValue()), each.getKey()));
        }
        for (Map.Entry<String, Double> each : disclosed.carried().entrySet()) {
            page.element("li", words.of("bits.carried", Glance.bits(each.getValue()), each.getKey()));
        }
        if (disclosed.bits().isEmpty()) {
            page.element("li", words.of("bits.unproved", report.agreement().id()));
        }
        page.close();
    }

    private void evidence() {
        list(words.of("small"), List.of(words.of("small.told"), words.of("small.causes")));
        page.element("h2", words.of("proof"));
        if (report.head().isEmpty()) {
            page.element("p", words.of("evidence.none"));
            return;
        }
        Checkpoint head = report.head().get();
        page.element("p", words.of("evidence.how"));
        page.open("table", "class", "facts").open("tbody");
        fact(words.of("evidence"), stands());
        fact(words.of("evidence.root"), head.root().base64());
        page.close().close();
    }

    private void list(String title, List<String> lines) {
        page.element("h2", title).open("ul");
        lines.forEach(line -> page.element("li", line));
        page.close();
    }

    private void part(String title, List<Section> sections) {
        page.element("h2", title, "class", "part");
        for (Section section : sections) {
            page.element("h3", section.title()).open("ul");
            section.lines().forEach(line -> page.element("li", line));
            page.close();
        }
    }
}
