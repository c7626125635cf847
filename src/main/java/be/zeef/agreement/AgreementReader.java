package be.zeef.agreement;

import be.zeef.agreement.Agreement.Assumption;
import be.zeef.agreement.Agreement.FactAsked;
import be.zeef.agreement.Agreement.ListSourceAsked;
import be.zeef.agreement.Agreement.RecipientServed;
import be.zeef.agreement.Agreement.RuleUsed;
import be.zeef.agreement.Agreement.ServiceAsked;
import be.zeef.agreement.Agreement.Until;
import be.zeef.agreement.Agreement.Validity;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** Takes what the machine needs out of a checked file. */
final class AgreementReader {

    private AgreementReader() {}

    static Agreement read(JsonNode tree, String version) {
        return new Agreement(
                tree.path("id").asText(),
                version,
                new ListSourceAsked(
                        tree.at("/sources/list/operation").asText(),
                        items(tree.at("/sources/list/statuses")).stream()
                                .map(status -> status.path("name").asText())
                                .toList(),
                        texts(tree.at("/sources/list/postcodes"))),
                items(tree.at("/sources/magda")).stream()
                        .map(AgreementReader::service)
                        .toList(),
                texts(tree.at("/sources/ocmw/measures")),
                new RuleUsed(
                        tree.at("/rule/file").asText(),
                        tree.at("/rule/decision").asText(),
                        parameters(tree)),
                flags(tree),
                items(tree.path("flags")).stream()
                        .map(flag -> flag.path("until"))
                        .filter(JsonNode::isObject)
                        .map(until -> new Until(
                                until.path("day").asInt(),
                                until.path("month").asInt(),
                                until.path("yearsOn").asInt()))
                        .findFirst(),
                new RecipientServed(
                        tree.at("/recipient/system").asText(),
                        tree.at("/recipient/sender").asText(),
                        tree.at("/recipient/identifier").asText(),
                        tree.at("/recipient/format").asText()),
                new Validity(
                        LocalDate.parse(tree.at("/validity/from").asText()),
                        LocalDate.parse(tree.at("/validity/until").asText())),
                items(tree.path("assumed")).stream()
                        .map(each -> new Assumption(
                                each.path("what").asText(), each.path("why").asText()))
                        .toList(),
                PaymentTerms.in(tree));
    }

    private static ServiceAsked service(JsonNode asked) {
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        asked.path("parameters").properties().forEach(each -> parameters.put(each.getKey(), texts(each.getValue())));
        Map<String, FactAsked> inputs = new LinkedHashMap<>();
        asked.path("facts")
                .properties()
                .forEach(each -> inputs.put(
                        each.getKey(),
                        new FactAsked(
                                each.getValue().path("fact").asText(),
                                Optional.ofNullable(each.getValue().path("is").textValue()))));
        return new ServiceAsked(asked.path("service").asText(), parameters, inputs);
    }

    private static Map<String, String> parameters(JsonNode tree) {
        Map<String, String> parameters = new LinkedHashMap<>();
        tree.at("/rule/parameters")
                .properties()
                .forEach(
                        entry -> parameters.put(entry.getKey(), entry.getValue().asText()));
        return parameters;
    }

    private static Map<String, Map<String, Long>> flags(JsonNode tree) {
        Map<String, Map<String, Long>> flags = new LinkedHashMap<>();
        for (JsonNode flag : tree.path("flags")) {
            Map<String, Long> values = new LinkedHashMap<>();
            flag.path("values")
                    .properties()
                    .forEach(
                            entry -> values.put(entry.getKey(), entry.getValue().asLong()));
            flags.put(flag.path("name").asText(), values);
        }
        return flags;
    }

    private static List<String> texts(JsonNode array) {
        return items(array).stream().map(JsonNode::asText).toList();
    }

    private static List<JsonNode> items(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).toList();
    }
}
