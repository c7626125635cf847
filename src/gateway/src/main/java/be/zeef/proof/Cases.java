package be.zeef.proof;

import be.zeef.sieve.Decision;
import be.zeef.sieve.FactSpace;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Every case that a rule can be given: each fact in each of its values and as unknown, in every combination, for every size of a
 * household; and what the rule says of each. A case is named by its number, in which the first fact counts fastest and unknown
 * is a fact's first value. Immutable.
 */
final class Cases {

    /** Above it an agreement is not proved but refused: its facts are no finite domain that anybody can look through. */
    static final int MOST = 1_000_000;

    private final RuleUse use;
    private final int perSize;
    private final List<Decision> decisions;

    private Cases(RuleUse use, int perSize, List<Decision> decisions) {
        this.use = use;
        this.perSize = perSize;
        this.decisions = decisions;
    }

    /** How many there would be. */
    static long count(RuleUse use) {
        long perSize = use.facts().stream()
                .mapToLong(fact -> fact.values().size() + 1L)
                .reduce(1, Math::multiplyExact);
        return perSize * Math.max(1, use.sizes().size());
    }

    /** @param use of which there are at most {@value #MOST} */
    static Cases of(RuleUse use) {
        int all = Math.toIntExact(count(use));
        Cases asked = new Cases(use, all / Math.max(1, use.sizes().size()), List.of());
        List<Decision> decisions = new ArrayList<>(all);
        for (int number = 0; number < all; number++) {
            decisions.add(use.decide(asked.values(number), asked.size(number)));
        }
        return new Cases(use, asked.perSize, List.copyOf(decisions));
    }

    RuleUse use() {
        return use;
    }

    int count() {
        return decisions.size();
    }

    Decision decision(int number) {
        return decisions.get(number);
    }

    /** All numbers, of what the fewest is known first: the first case in which something fails is the smallest. */
    List<Integer> smallestFirst() {
        return IntStream.range(0, count())
                .boxed()
                .sorted(Comparator.comparingInt(this::known).thenComparing(Comparator.naturalOrder()))
                .toList();
    }

    /** 0 where the rule is given none. */
    int size(int number) {
        return use.sizes().isEmpty() ? 0 : use.sizes().get(number / perSize);
    }

    /** Which of the fact's values it has, 1 being the first; 0 when it is unknown. */
    int choice(int number, int fact) {
        int rest = number % perSize;
        for (int before = 0; before < fact; before++) {
            rest /= radix(before);
        }
        return rest % radix(fact);
    }

    /** The same case with another choice for one fact. */
    int with(int number, int fact, int choice) {
        int weight = 1;
        for (int before = 0; before < fact; before++) {
            weight *= radix(before);
        }
        return number + (choice - choice(number, fact)) * weight;
    }

    private int radix(int fact) {
        return use.facts().get(fact).values().size() + 1;
    }

    /** How many facts there are. */
    int facts() {
        return use.facts().size();
    }

    /** How many of its facts are known. */
    int known(int number) {
        return (int) IntStream.range(0, facts())
                .filter(fact -> choice(number, fact) > 0)
                .count();
    }

    boolean isWhole(int number) {
        return known(number) == facts();
    }

    /** The facts with their values, in their order. */
    Map<String, String> values(int number) {
        Map<String, String> values = new LinkedHashMap<>();
        for (int fact = 0; fact < facts(); fact++) {
            int choice = choice(number, fact);
            Fact each = use.facts().get(fact);
            values.put(
                    each.name(), choice == 0 ? FactSpace.UNKNOWN : each.values().get(choice - 1));
        }
        return values;
    }

    /** All that it can turn out to be once everything is known; itself when it is whole. */
    List<Integer> completions(int number) {
        List<Integer> completions = List.of(number);
        for (int fact = 0; fact < facts(); fact++) {
            int open = fact;
            if (choice(number, fact) == 0) {
                completions = completions.stream()
                        .flatMap(each -> IntStream.range(1, radix(open)).mapToObj(choice -> with(each, open, choice)))
                        .toList();
            }
        }
        return completions;
    }

    /** A case as a reader is told it: each fact in the rule's own words, with its value. */
    String words(int number) {
        Map<String, String> values = values(number);
        String facts = use.facts().stream()
                .map(fact -> words(fact, values.get(fact.name())))
                .collect(Collectors.joining("; "));
        return size(number) == 0 ? facts : facts + "; " + RuleUse.SIZE + " = " + size(number);
    }

    private static String words(Fact fact, String value) {
        return (fact.label().isEmpty() ? fact.name() : fact.label() + " (" + fact.name() + ")") + " = " + value;
    }
}
