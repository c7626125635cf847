package be.zeef.proof;

import be.zeef.agreement.Agreement;
import be.zeef.security.Sha256;
import be.zeef.sieve.Decision;
import be.zeef.sieve.DmnRule;
import be.zeef.sieve.FactSpace;
import be.zeef.sieve.Facts;
import be.zeef.sieve.Rule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * One benefit's rule as a run of its agreement uses it: what the facts can be, and what it is given besides.
 *
 * @param benefit the agreement, read for this benefit
 * @param sha256 of the rule's file, hexadecimal
 * @param facts what sources tell, in the order in which the rule names them
 * @param given what the rule is given besides, and always so: parameters, and inputs of which nothing is read
 * @param sizes of a household, where the rule is given one; else empty
 */
public record RuleUse(
        Agreement benefit,
        Rule rule,
        RuleText text,
        String sha256,
        List<Fact> facts,
        Map<String, String> given,
        List<Integer> sizes) {

    /** What the rule calls the number of people in a household. */
    public static final String SIZE = "gezinsgrootte";

    public RuleUse {
        facts = List.copyOf(facts);
        given = new TreeMap<>(given);
        sizes = List.copyOf(sizes);
    }

    /**
     * @param mappings the folder that the rule's file is named from
     * @param space of the agreement's facts
     * @param stages of the facts, by their names
     * @param given what the rule is given besides facts and parameters
     * @throws be.zeef.sieve.RuleException when the rule cannot be read
     */
    public static RuleUse of(
            Path mappings, Agreement benefit, FactSpace space, Map<String, Integer> stages, Map<String, String> given) {
        Path file = mappings.resolve(benefit.rule().file());
        Rule rule = DmnRule.load(file, benefit.rule().decision());
        RuleText text = RuleText.read(file);
        Map<String, String> all = new TreeMap<>(given);
        all.putAll(benefit.rule().parameters());
        List<Integer> sizes =
                benefit.subject() == Agreement.SubjectKind.HOUSEHOLD ? text.numbers(SIZE) : List.<Integer>of();
        return new RuleUse(benefit, rule, text, sha256(file), facts(text, space, stages), all, sizes);
    }

    private static List<Fact> facts(RuleText text, FactSpace space, Map<String, Integer> stages) {
        List<String> names =
                new ArrayList<>(text.inputs().stream().map(RuleText.Input::name).toList());
        names.retainAll(space.domains().keySet());
        space.domains().keySet().stream()
                .filter(name -> !names.contains(name))
                .sorted()
                .forEach(names::add);
        return names.stream()
                .map(name -> new Fact(name, text.label(name), space.domains().get(name), stages.getOrDefault(name, 1)))
                .toList();
    }

    private static String sha256(Path file) {
        try {
            return Sha256.hex(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * What the rule says of this case.
     *
     * @param values of every fact
     * @param size of the household; 0 where the rule is given none
     */
    public Decision decide(Map<String, String> values, int size) {
        Facts facts = new Facts();
        given.forEach(facts::with);
        values.forEach(facts::with);
        return rule.decide(size == 0 ? facts : facts.with(SIZE, size));
    }

    /** The flags whose values the agreement lists: those that the rule gives a value of. */
    Set<String> closedFlags() {
        return benefit.flags().entrySet().stream()
                .filter(flag -> !flag.getValue().isEmpty())
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Under which its runs and deliveries stand. */
    public String id() {
        return benefit.benefit().id();
    }
}
