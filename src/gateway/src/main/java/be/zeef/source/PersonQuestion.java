package be.zeef.source;

import be.zeef.subject.Insz;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One question about one person.
 *
 * @param service such as {@code GeefPersoon-02.02}
 * @param on the day the question is about
 * @param parameters what the service is asked besides: names of statuses, codes of income
 * @param facts the facts the agreement asks for; every other is dropped as the answer is read
 * @param followReplaced whether a replaced number may be followed to the new one
 * @param within how long all attempts together may take
 */
public record PersonQuestion(
        String service,
        Insz person,
        LocalDate on,
        Map<String, List<String>> parameters,
        Set<String> facts,
        boolean followReplaced,
        Duration within) {

    public PersonQuestion {
        parameters = Map.copyOf(parameters);
        facts = Set.copyOf(facts);
    }

    /**
     * What the places of a service's request take.
     *
     * @param about the person, or who their number was replaced by
     */
    public Map<String, List<String>> places(Insz about) {
        Map<String, List<String>> places = new HashMap<>(RequestTemplate.day(on));
        places.putAll(parameters);
        places.put("insz", List.of(about.digits()));
        return places;
    }

    /** Holds a person's number: it does not show itself. */
    @Override
    public String toString() {
        return "PersonQuestion[" + service + "]";
    }
}
