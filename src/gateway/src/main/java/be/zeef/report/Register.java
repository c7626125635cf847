package be.zeef.report;

import be.zeef.agreement.Agreement;
import be.zeef.protocol.Protocol.Section;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.StreamSupport;

/** The record of a processing activity (GDPR art. 30 §1) as an agreement and what runs under it make it. */
public final class Register {

    private static final String LINES = "\\|";

    private final AgreementReport report;
    private final Words words;

    /** @param locale Dutch, English or French */
    public Register(AgreementReport report, Locale locale) {
        this.report = report;
        this.words = new Words(locale);
    }

    /** In the order of the article. */
    public List<Section> sections() {
        return List.of(
                section("controllers", controllers()),
                section("purposes", List.of(report.text("/purpose/primary"))),
                section(
                        "basis",
                        List.of(report.text("/legalBasis/gdpr") + ", " + report.text("/legalBasis/regulation"))),
                section("subjects", List.of(audience())),
                section("data", data()),
                section("recipients", recipients()),
                section("transfers", List.of(words.of("record.transfers.none"))),
                section("limits", report.kept()),
                section("security", List.of(words.of("record.security.lines").split(LINES))));
    }

    private Section section(String name, List<String> lines) {
        return new Section(words.of("record." + name), lines);
    }

    /** Whose data it is. */
    String audience() {
        Agreement.SubjectKind subject = report.agreement().subject();
        return words.of("record.subject." + (subject == Agreement.SubjectKind.PERSON ? "PERSON" : "HOUSEHOLD"));
    }

    private List<String> controllers() {
        List<String> lines = new ArrayList<>();
        for (String side : List.of("sender", "recipient")) {
            String party = "/parties/" + side;
            lines.add(words.of(
                    "record.party",
                    report.text(party + "/name"),
                    report.text(party + "/controller"),
                    report.text(party + "/dpo/function") + ", " + report.text(party + "/dpo/contact")));
        }
        return lines;
    }

    private List<String> data() {
        List<String> lines = new ArrayList<>();
        for (String list : List.of("obtained", "sent")) {
            report.file()
                    .at("/dataCategories/" + list)
                    .properties()
                    .forEach(item -> lines.add(words.of(
                            "record." + list, item.getKey(), item.getValue().asText())));
        }
        return lines;
    }

    private List<String> recipients() {
        List<String> lines = new ArrayList<>();
        lines.add(report.text("/parties/recipient/name") + ": " + report.text("/parties/recipient/holds"));
        StreamSupport.stream(report.file().at("/parties/others").spliterator(), false)
                .map(Register::other)
                .forEach(lines::add);
        return lines;
    }

    private static String other(JsonNode party) {
        return party.path("name").asText() + ": " + party.path("holds").asText();
    }
}
