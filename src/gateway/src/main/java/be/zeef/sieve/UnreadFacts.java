package be.zeef.sieve;

import java.util.HashMap;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/**
 * The facts that a rule, with an agreement's parameters, never decides by: whatever the others are, known or not, all of the
 * fact's values give the same. Asking for one is asking too much. Found by trying every combination.
 */
public final class UnreadFacts {

    private final Rule rule;
    private final FactSpace space;
    private final UnaryOperator<Facts> more;

    private UnreadFacts(Rule rule, FactSpace space, UnaryOperator<Facts> more) {
        this.rule = rule;
        this.space = space;
        this.more = more;
    }

    /** @param more adds what the rule is given besides facts of sources and parameters, such as the size of a household */
    public static SortedSet<String> of(Rule rule, FactSpace space, UnaryOperator<Facts> more) {
        UnreadFacts unread = new UnreadFacts(rule, space, more);
        SortedSet<String> names = new TreeSet<>(space.domains().keySet());
        names.removeIf(unread::isRead);
        return names;
    }

    private boolean isRead(String fact) {
        return anyOfTheOthers(fact, space.domains().keySet().toArray(String[]::new), 0, new HashMap<>());
    }

    /** Tries the facts from this one on in all their values and as unknown, and then looks at the one in question. */
    private boolean anyOfTheOthers(String fact, String[] names, int from, Map<String, String> known) {
        if (from == names.length) {
            return space.domains().get(fact).stream()
                            .map(value -> decision(fact, value, known))
                            .distinct()
                            .count()
                    > 1;
        }
        if (names[from].equals(fact)) {
            return anyOfTheOthers(fact, names, from + 1, known);
        }
        for (String value : space.domains().get(names[from])) {
            known.put(names[from], value);
            if (anyOfTheOthers(fact, names, from + 1, known)) {
                return true;
            }
        }
        known.remove(names[from]);
        return anyOfTheOthers(fact, names, from + 1, known);
    }

    private Decision decision(String fact, String value, Map<String, String> known) {
        Map<String, String> all = new HashMap<>(known);
        all.put(fact, value);
        return rule.decide(more.apply(space.facts(all)));
    }
}
