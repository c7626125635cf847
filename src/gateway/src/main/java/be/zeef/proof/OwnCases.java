package be.zeef.proof;

import be.zeef.sieve.Decision;
import be.zeef.sieve.FactSpace;
import be.zeef.sieve.Facts;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Every case that a rule knows by itself: each of its inputs in each of the values that the rule's file says it may take, whatever
 * the agreement reads or has chosen. An input of which the file names no values has the one that it is given, or none.
 */
final class OwnCases {

    private final RuleUse use;
    private final Map<String, List<String>> values;
    private final List<Map<String, String>> cases;

    private OwnCases(RuleUse use, Map<String, List<String>> values, List<Map<String, String>> cases) {
        this.use = use;
        this.values = values;
        this.cases = cases;
    }

    static OwnCases of(RuleUse use) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        use.text().inputs().forEach(input -> values.put(input.name(), values(use, input)));
        values.values().removeIf(List::isEmpty);
        List<Map<String, String>> cases = List.of(Map.of());
        for (Map.Entry<String, List<String>> input : values.entrySet()) {
            List<Map<String, String>> more = new ArrayList<>();
            for (Map<String, String> before : cases) {
                for (String value : input.getValue()) {
                    Map<String, String> each = new LinkedHashMap<>(before);
                    each.put(input.getKey(), value);
                    more.add(each);
                }
            }
            cases = more;
        }
        return new OwnCases(use, values, cases);
    }

    private static List<String> values(RuleUse use, RuleText.Input input) {
        if (!input.values().isEmpty()) {
            return input.values();
        }
        return Optional.ofNullable(use.given().get(input.name())).stream().toList();
    }

    int count() {
        return cases.size();
    }

    /** The first of what fails, of what the fewest is known. */
    void tell(Told told) {
        cases.stream().sorted(Comparator.comparingLong(OwnCases::known)).forEach(each -> Total.fault(
                        decision(each), isWhole(each), use.closedFlags())
                .ifPresent(code -> told.failOnce("own-" + code, Shown.words(each))));
    }

    private static long known(Map<String, String> values) {
        return values.values().stream()
                .filter(value -> !value.equals(FactSpace.UNKNOWN))
                .count();
    }

    private static boolean isWhole(Map<String, String> values) {
        return known(values) == values.size();
    }

    private Decision decision(Map<String, String> each) {
        Facts facts = new Facts();
        each.forEach((name, value) -> {
            if (use.text().numbers(name).isEmpty()) {
                facts.with(name, value);
            } else {
                facts.with(name, Integer.parseInt(value));
            }
        });
        return use.rule().decide(facts);
    }

    /** The inputs with what they may be; whoever checks makes the cases again. */
    ObjectNode table() {
        ObjectNode table = Shown.object();
        ObjectNode inputs = table.putObject("inputs");
        values.forEach((name, each) -> inputs.set(name, Shown.texts(each)));
        table.put("count", count());
        return table;
    }
}
