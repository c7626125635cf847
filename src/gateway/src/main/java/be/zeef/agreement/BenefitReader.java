package be.zeef.agreement;

import be.zeef.agreement.Benefit.Grants;
import be.zeef.agreement.Benefit.Period;
import be.zeef.agreement.Benefit.RecipientServed;
import be.zeef.agreement.Benefit.RuleUsed;
import be.zeef.agreement.Benefit.Until;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;

/** Takes out of a checked file what is granted: of its own headings, or of those of a further benefit. */
final class BenefitReader {

    private BenefitReader() {}

    /** @param node what has the headings rule, flags, grants and recipient */
    static Benefit read(String id, JsonNode node) {
        return new Benefit(
                id,
                new RuleUsed(
                        node.at("/rule/file").asText(),
                        node.at("/rule/decision").asText(),
                        parameters(node)),
                flags(node),
                AgreementReader.items(node.path("flags")).stream()
                        .map(flag -> flag.path("until"))
                        .filter(JsonNode::isObject)
                        .map(BenefitReader::until)
                        .findFirst(),
                new Grants(
                        AgreementReader.named(
                                Period.class, node.at("/grants/period").asText("calendar-year")),
                        from(node.at("/grants/from")),
                        AgreementReader.texts(node.at("/grants/improves")),
                        "household-members".equals(node.at("/grants/once").asText()),
                        "eligible-only".equals(node.at("/grants/keep").asText()),
                        node.at("/grants/byHand").asBoolean()),
                new RecipientServed(
                        node.at("/recipient/system").asText(),
                        node.at("/recipient/sender").asText(),
                        node.at("/recipient/identifier").asText(),
                        node.at("/recipient/format").asText(),
                        AgreedColumns.in(node.path("recipient")),
                        AgreedColumns.otherKeys(node.path("recipient")),
                        Padding.in(node.path("recipient"))));
    }

    /** The whole period, unless it is said otherwise. */
    static CountsFrom from(JsonNode from) {
        Map<String, CountsFrom.When> byValue = new LinkedHashMap<>();
        from.properties()
                .forEach(each -> byValue.put(
                        each.getKey(),
                        AgreementReader.named(
                                CountsFrom.When.class, each.getValue().asText())));
        return new CountsFrom(
                AgreementReader.named(
                        CountsFrom.When.class, from.asText("").isEmpty() ? "start-of-period" : from.asText()),
                byValue);
    }

    static Until until(JsonNode until) {
        return new Until(
                until.path("day").asInt(),
                until.path("month").asInt(),
                until.path("yearsOn").asInt());
    }

    private static Map<String, String> parameters(JsonNode node) {
        Map<String, String> parameters = new LinkedHashMap<>();
        node.at("/rule/parameters")
                .properties()
                .forEach(
                        entry -> parameters.put(entry.getKey(), entry.getValue().asText()));
        return parameters;
    }

    private static Map<String, Map<String, Long>> flags(JsonNode node) {
        Map<String, Map<String, Long>> flags = new LinkedHashMap<>();
        for (JsonNode flag : node.path("flags")) {
            Map<String, Long> values = new LinkedHashMap<>();
            flag.path("values")
                    .properties()
                    .forEach(
                            entry -> values.put(entry.getKey(), entry.getValue().asLong()));
            flags.put(flag.path("name").asText(), values);
        }
        return flags;
    }
}
