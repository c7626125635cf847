package be.zeef.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * An agreement as one activity of Ghent's public register of processing, in RDF (Turtle 1.1): the classes and properties are those that the
 * register's own site asks for (StadGent/nuxt_site_verwerkingsregister, {@code queries/index.js}).
 */
public final class RegisterTurtle {

    private static final String PREFIXES = """
            @prefix dcterms: <http://purl.org/dc/terms/> .
            @prefix schema: <http://schema.org/> .
            @prefix toestemming: <http://data.vlaanderen.be/ns/toestemming#> .
            @prefix verwerking: <http://stad.gent/data/ns/data-processing/> .

            """;

    private final AgreementReport report;
    private final Locale locale;

    /** @param locale of what is ours; the agreement's own words stay in its own language */
    public RegisterTurtle(AgreementReport report, Locale locale) {
        this.report = report;
        this.locale = locale;
    }

    /** The whole document. */
    public String text() {
        Map<String, List<String>> said = new LinkedHashMap<>();
        said.put("dcterms:title", List.of(literal(report.text("/title"))));
        said.put("dcterms:description", List.of(literal(report.text("/purpose/primary"))));
        said.put("dcterms:type", List.of(ours(new Words(locale).of("record.type"))));
        said.put("dcterms:identifier", List.of(literal(report.agreement().id())));
        said.put(
                "dcterms:temporal",
                List.of(literal(report.agreement().validity().from() + "/"
                        + report.agreement().validity().until())));
        said.put("toestemming:verwerkingsgrond", List.of(literal(report.text("/legalBasis/gdpr"))));
        said.put("toestemming:verwerker", List.of(literal(report.text("/parties/sender/name"))));
        said.put("verwerking:verduidelijkingRechtsgrond", List.of(literal(report.text("/legalBasis/regulation"))));
        said.put("verwerking:hasPersonalData", data());
        said.put("verwerking:grantee", List.of(literal(report.text("/parties/recipient/name"))));
        said.put("schema:audience", List.of(ours(new Register(report, locale).audience())));
        return PREFIXES + "<urn:zeef:agreement:" + report.agreement().id()
                + ">\n    a toestemming:VerwerkingsActiviteit"
                + said.entrySet().stream()
                        .map(each -> " ;\n    " + each.getKey() + " " + String.join(", ", each.getValue()))
                        .collect(Collectors.joining())
                + " .\n";
    }

    private List<String> data() {
        return report.file().at("/dataCategories/obtained").properties().stream()
                .map(item -> literal(item.getValue().asText()))
                .distinct()
                .toList();
    }

    private String ours(String text) {
        return literal(text) + "@" + locale.getLanguage();
    }

    /** Between quotes, whatever is in it: Turtle 1.1 §6.4 and §6.5. */
    private static String literal(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        text.codePoints().forEach(sign -> {
            switch (sign) {
                case '"', '\\' -> quoted.append('\\').appendCodePoint(sign);
                case '\n' -> quoted.append("\\n");
                case '\r' -> quoted.append("\\r");
                default -> {
                    if (Character.isISOControl(sign)) {
                        quoted.append(String.format(Locale.ROOT, "\\u%04X", sign));
                    } else {
                        quoted.appendCodePoint(sign);
                    }
                }
            }
        });
        return quoted.append('"').toString();
    }
}
