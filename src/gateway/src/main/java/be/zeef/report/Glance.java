package be.zeef.report;

import be.zeef.print.Markup;
import be.zeef.protocol.SystemsUsed;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** One picture of an agreement: of whom is asked, what is read, what the sieve lets through, and who is told. */
final class Glance {

    private static final Set<String> SOURCES = Set.of("magda", "ksz", "ocmw", "advice", "groeipakket");

    private final AgreementReport report;
    private final Words words;
    private final Markup page;

    Glance(AgreementReport report, Words words, Markup page) {
        this.report = report;
        this.words = words;
        this.page = page;
    }

    void write() {
        page.element("h2", words.of("glance"));
        page.open("table", "class", "glance").open("tbody").open("tr");
        stop(words.of("glance.asked"), asked(), "");
        arrow();
        stop(words.of("glance.read"), items("obtained"), "");
        arrow();
        stop(words.of("glance.sieve"), sieve(), "sieve");
        arrow();
        stop(words.of("glance.told", report.text("/parties/recipient/name")), items("sent"), "told");
        page.close().close().close();
    }

    private List<String> asked() {
        return SystemsUsed.of(report.agreement()).stream()
                .filter(SOURCES::contains)
                .map(system -> words.of("system." + system))
                .toList();
    }

    private List<String> items(String list) {
        List<String> items = new ArrayList<>();
        report.file()
                .at("/dataCategories/" + list)
                .properties()
                .forEach(item -> items.add(item.getValue().asText()));
        return items;
    }

    private List<String> sieve() {
        int all =
                report.fields().stream().mapToInt(AgreementReport.Read::fields).sum();
        int dropped =
                report.fields().stream().mapToInt(AgreementReport.Read::dropped).sum();
        List<String> lines = new ArrayList<>();
        lines.add(words.of("glance.sieve.rule"));
        if (all > 0) {
            lines.add(words.of("glance.sieve.dropped", words.number(dropped), words.number(all)));
        }
        for (Map.Entry<String, Double> bits : report.disclosed().bits().entrySet()) {
            lines.add(words.of("bits.told", bits(bits.getValue()), bits.getKey()));
        }
        return lines;
    }

    /** To a tenth of a bit, which is all that one can imagine. */
    static String bits(double bits) {
        return String.format(Locale.ROOT, "%.1f", bits);
    }

    private void stop(String title, List<String> lines, String kind) {
        page.open("td", "class", ("stop " + kind).strip())
                .element("p", title, "class", "stop-title")
                .open("ul");
        lines.forEach(line -> page.element("li", line));
        page.close().close();
    }

    private void arrow() {
        page.element("td", "→", "class", "arrow", "aria-hidden", "true");
    }
}
