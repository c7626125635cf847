package be.zeef.sieve;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All that an agreement's facts can be: the values of each but {@code unknown}, and the rule's fixed inputs. It is small,
 * so what is asked about every fact that is still open is answered by trying all. Immutable.
 *
 * @param domains by the name of a rule's input
 * @param parameters fixed inputs of the rule
 */
public record FactSpace(Map<String, List<String>> domains, Map<String, String> parameters) {

    public static final String UNKNOWN = "unknown";

    /** The values of a three-valued fact. */
    public static final List<String> TERNARY = List.of("yes", "no");

    public FactSpace {
        domains = Map.copyOf(domains);
        parameters = Map.copyOf(parameters);
    }

    /** What is known, as facts for the rule; what is not is unknown. */
    public Facts facts(Map<String, String> known) {
        Facts facts = new Facts();
        domains.keySet().forEach(name -> facts.with(name, known.getOrDefault(name, UNKNOWN)));
        parameters.forEach(facts::with);
        return facts;
    }

    /**
     * Whether the rule decides the same, flags and all, whatever the facts that are still open turn out to be: then
     * nothing more need be asked.
     */
    public boolean settled(Rule rule, Map<String, String> known) {
        Decision now = rule.decide(facts(known));
        return now.outcome() != Outcome.UNDETERMINED && same(rule, now, new LinkedHashMap<>(known));
    }

    private boolean same(Rule rule, Decision as, Map<String, String> known) {
        Optional<String> open = domains.keySet().stream()
                .filter(name -> known.getOrDefault(name, UNKNOWN).equals(UNKNOWN))
                .findFirst();
        if (open.isEmpty()) {
            return rule.decide(facts(known)).equals(as);
        }
        return domains.get(open.get()).stream().allMatch(value -> {
            Map<String, String> closed = new HashMap<>(known);
            closed.put(open.get(), value);
            return same(rule, as, closed);
        });
    }
}
