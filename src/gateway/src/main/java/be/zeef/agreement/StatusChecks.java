package be.zeef.agreement;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Whether the statuses that a list is asked for can be told apart in its answer, which names each by its name alone; and
 * whether there is one day to ask the welfare database about.
 */
final class StatusChecks {

    /** So many does a question of MAGDA's list hold. */
    private static final int MOST = 8;

    private static final String PLACE = "/sources/list/statuses";

    private final ServiceChecks.Teller teller;

    StatusChecks(ServiceChecks.Teller teller) {
        this.teller = teller;
    }

    void check(JsonNode tree) {
        JsonNode statuses = tree.at(PLACE);
        Set<String> names = new HashSet<>();
        Set<String> inputs = new HashSet<>();
        Set<String> days = new HashSet<>();
        for (int i = 0; i < statuses.size(); i++) {
            JsonNode status = statuses.get(i);
            String place = PLACE + "/" + i;
            long said = Stream.of("name", "anyOf", "allOf").filter(status::has).count();
            teller.tell(said == 1, "agreement.status-name", place);
            for (String name : names(status)) {
                teller.tell(names.add(name), "agreement.status-twice", place, name);
            }
            String input = status.path("input").asText();
            teller.tell(inputs.add(input), "agreement.input-twice", place + "/input", input);
            days.add(status.path("on").asText());
        }
        teller.tell(names.size() <= MOST, "agreement.statuses-many", PLACE, Integer.toString(MOST));
        boolean measures = !tree.at("/sources/ocmw/measures").isEmpty();
        boolean named = tree.at("/sources/ocmw").has("on");
        teller.tell(!measures || named || days.size() <= 1, "agreement.measures-day", "/sources/ocmw");
    }

    private static List<String> names(JsonNode status) {
        List<String> names = new ArrayList<>();
        if (status.has("name")) {
            names.add(status.path("name").asText());
        }
        status.path("anyOf").forEach(name -> names.add(name.asText()));
        status.path("allOf").forEach(name -> names.add(name.asText()));
        return names;
    }
}
