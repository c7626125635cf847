package be.zeef.agreement;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/**
 * Whether what an agreement says of the day from which something counts can be known, is said of everything that it lets out, and
 * asks no source for a beginning from which nothing counts.
 */
final class FirstDayChecks {

    private static final String START_OF_RIGHT = "start-of-right";
    private static final String PLACE = "/grants/from";

    private final ServiceChecks.Teller teller;

    FirstDayChecks(ServiceChecks.Teller teller) {
        this.teller = teller;
    }

    void check(JsonNode tree) {
        JsonNode from = tree.at(PLACE);
        List<String> values = new ArrayList<>();
        tree.path("flags").forEach(flag -> flag.path("values").fieldNames().forEachRemaining(values::add));
        if (from.isObject()) {
            from.fieldNames()
                    .forEachRemaining(value ->
                            teller.tell(values.contains(value), "agreement.from-value", PLACE + "/" + value, value));
            values.forEach(value -> teller.tell(from.has(value), "agreement.from-missing", PLACE, value));
        }
        boolean asksSince = false;
        boolean counts = words(from).contains(START_OF_RIGHT);
        JsonNode services = tree.at("/sources/magda");
        for (int i = 0; i < services.size(); i++) {
            String place = "/sources/magda/" + i + "/facts/";
            for (var input : services.get(i).path("facts").properties()) {
                boolean since = input.getValue().has("since");
                asksSince |= since;
                teller.tell(!since || counts, "agreement.since-unused", place + input.getKey(), input.getKey());
            }
        }
        // Automatisch Advies tells a class, and not since when
        boolean told =
                asksSince && !"remote".equals(tree.at("/sources/advice/via").asText());
        teller.tell(!counts || told, "agreement.no-since", PLACE);
    }

    private static List<String> words(JsonNode from) {
        List<String> words = new ArrayList<>();
        words.add(from.asText());
        from.forEach(word -> words.add(word.asText()));
        return words;
    }
}
