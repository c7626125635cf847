package be.zeef.proof;

import be.zeef.sieve.Decision;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Writes cases and decisions, as JSON for a certificate and as words for a reader. */
final class Shown {

    private static final ObjectMapper JSON = new ObjectMapper();

    private Shown() {}

    static ObjectNode object() {
        return JSON.createObjectNode();
    }

    static ArrayNode array() {
        return JSON.createArrayNode();
    }

    static JsonNode of(Object value) {
        return JSON.valueToTree(value);
    }

    static ArrayNode texts(Collection<?> texts) {
        ArrayNode array = array();
        texts.forEach(each -> array.add(String.valueOf(each)));
        return array;
    }

    /** A case and what the rule says of it. */
    static ObjectNode decided(Cases cases, int number) {
        ObjectNode row = fact(cases, number);
        return decision(row, cases.decision(number));
    }

    /** A case alone. */
    static ObjectNode fact(Cases cases, int number) {
        ObjectNode row = object();
        row.set("facts", of(cases.values(number)));
        if (cases.size(number) > 0) {
            row.put("size", cases.size(number));
        }
        return row;
    }

    static ObjectNode decision(ObjectNode row, Decision decision) {
        row.put("outcome", decision.outcome().name());
        row.set("flags", of(new TreeMap<>(decision.flags())));
        return row;
    }

    /** The outcome, and the values that it lets out. */
    static String words(Decision decision) {
        return decision.flags().isEmpty()
                ? decision.outcome().name()
                : decision.outcome() + " ("
                        + new TreeMap<>(decision.flags())
                                .entrySet().stream()
                                        .map(flag -> flag.getKey() + " " + flag.getValue())
                                        .collect(Collectors.joining(", "))
                        + ")";
    }

    static String words(Map<String, String> values) {
        return values.entrySet().stream()
                .map(each -> each.getKey() + " = " + each.getValue())
                .collect(Collectors.joining("; "));
    }
}
