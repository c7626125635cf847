package be.zeef.protocol;

import be.zeef.agreement.Agreement;
import be.zeef.agreement.Benefit;
import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** What leaves to whom: for each benefit of an agreement what its recipient is told, and of whom. */
final class SentSentences {

    private final Agreement agreement;
    private final JsonNode file;
    private final Wording wording;

    SentSentences(Agreement agreement, JsonNode file, Wording wording) {
        this.agreement = agreement;
        this.file = file;
        this.wording = wording;
    }

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        agreement.benefits().forEach(benefit -> lines.addAll(of(benefit)));
        return lines;
    }

    private List<String> of(Benefit benefit) {
        JsonNode heading =
                benefit.name().isEmpty() ? file : file.path("benefits").path(benefit.name());
        List<String> lines = new ArrayList<>();
        if (!benefit.name().isEmpty()) {
            lines.add(wording.of(
                    "sent.benefit", benefit.name(), heading.path("regulation").asText()));
        }
        lines.add(wording.of(
                "sent.to",
                file.at("/parties/recipient/name").asText().strip(),
                benefit.recipient().system(),
                file.path("dataFormat").asText().strip()));
        DataCategories.told(benefit).forEach(item -> {
            String name = DataCategories.named(benefit, item);
            lines.add(wording.of(
                    "item", name, file.at("/dataCategories/sent").path(name).asText()));
        });
        agreement.claims().ifPresent(terms -> {
            lines.add(wording.of(
                    "item",
                    "reference",
                    file.at("/dataCategories/sent/reference").asText()));
            lines.add(wording.of(
                    "sent.claims", BigDecimal.valueOf(terms.ceiling(), 2).toPlainString()));
        });
        benefit.flags().forEach((flag, values) -> {
            if (!values.isEmpty() && DataCategories.told(benefit).contains(flag)) {
                lines.add(wording.of(
                        "sent.values",
                        DataCategories.named(benefit, flag),
                        wording.all(values.keySet().stream().sorted().toList())));
            }
        });
        heading.at("/recipient/columns")
                .properties()
                .forEach(
                        column -> lines.add(column(DataCategories.named(benefit, column.getKey()), column.getValue())));
        lines.add(wording.of(agreement.claims().isPresent() ? "sent.claim-answer" : named(benefit, heading)));
        return lines;
    }

    private String column(String name, JsonNode said) {
        List<String> values = new ArrayList<>();
        said.path("values")
                .properties()
                .forEach(value -> values.add(wording.of(
                        "sent.column-value", value.getKey(), value.getValue().asText())));
        return wording.of(
                "sent.column",
                name,
                said.path("column").asText(),
                values.isEmpty()
                        ? wording.of("sent.column-form", said.path("pattern").asText())
                        : wording.one(values));
    }

    /** Whether only those are named who are granted something. */
    private static String named(Benefit benefit, JsonNode heading) {
        if (List.of("counter", "uitpas").contains(benefit.recipient().system())) {
            return "sent.answer";
        }
        return heading.at("/recipient/lines").asText().equals("positive-only") ? "sent.positive" : "sent.both";
    }
}
