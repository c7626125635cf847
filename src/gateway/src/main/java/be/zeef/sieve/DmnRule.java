package be.zeef.sieve;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.operaton.bpm.dmn.engine.DmnDecision;
import org.operaton.bpm.dmn.engine.DmnEngine;
import org.operaton.bpm.engine.variable.Variables;
import org.xml.sax.SAXException;

/**
 * A rule written as a DMN decision table. Facts have few values, so each combination is evaluated once and remembered.
 * The output {@code uitkomst} is the outcome; every other output is a flag, let out only when ELIGIBLE. Thread-safe.
 */
public final class DmnRule implements Rule {

    /** The output that is the outcome. */
    static final String OUTCOME = "uitkomst";

    private final DmnEngine engine;
    private final DmnDecision decision;
    private final String name;
    private final Map<List<Object>, Decision> decided = new ConcurrentHashMap<>();

    private DmnRule(DmnEngine engine, DmnDecision decision, String name) {
        this.engine = engine;
        this.decision = decision;
        this.name = name;
    }

    /**
     * @param key id of the decision in the file
     * @throws RuleException when the file is no DMN, looks outside itself, or has no such decision
     */
    public static DmnRule load(Path file, String key) {
        DmnEngine engine = RuleReader.engine();
        try (InputStream in = RuleReader.read(file)) {
            return new DmnRule(
                    engine, engine.parseDecision(key, in), file.getFileName().toString());
        } catch (IOException | SAXException | RuntimeException e) {
            throw new RuleException(
                    "The rule " + file.getFileName() + " cannot be read as DMN with a decision '" + key + "'"
                            + RuleReader.why(e) + ". Open it in a DMN modeller and correct it.",
                    e);
        }
    }

    /**
     * Reads the file and every decision in it.
     *
     * @throws RuleException when it is no DMN, looks outside itself, or has no decision
     */
    public static void check(Path file) {
        boolean none;
        try (InputStream in = RuleReader.read(file)) {
            none = RuleReader.engine().parseDecisions(in).isEmpty();
        } catch (IOException | SAXException | RuntimeException e) {
            throw new RuleException(
                    "The rule " + file.getFileName() + " cannot be read as DMN" + RuleReader.why(e) + ".", e);
        }
        if (none) {
            throw new RuleException("The rule " + file.getFileName() + " has no decision.", null);
        }
    }

    @Override
    public Decision decide(Facts facts) {
        return decided.computeIfAbsent(facts.key(), key -> evaluate(facts));
    }

    /**
     * No row, more than one, or a word that is no outcome is a gap in the rule: it is an error of the rule, never a "no", and
     * never the end of a run. What the engine says of it may quote facts, so it is not kept; {@code check} names the row.
     */
    private Decision evaluate(Facts facts) {
        List<Map<String, Object>> results;
        try {
            results = engine.evaluateDecision(decision, Variables.fromMap(facts.values()))
                    .getResultList();
        } catch (RuntimeException e) {
            return Decision.undetermined(Cause.RULE_GAP);
        }
        return results.size() == 1 ? read(results.get(0)) : Decision.undetermined(Cause.RULE_GAP);
    }

    private static Decision read(Map<String, Object> outputs) {
        Optional<Outcome> said = Outcome.named(String.valueOf(outputs.get(OUTCOME)));
        if (said.isEmpty()) {
            return Decision.undetermined(Cause.RULE_GAP);
        }
        Outcome outcome = said.get();
        Map<String, String> flags = outcome != Outcome.ELIGIBLE
                ? Map.of()
                : outputs.entrySet().stream()
                        .filter(output -> !output.getKey().equals(OUTCOME) && output.getValue() != null)
                        .collect(Collectors.toMap(Map.Entry::getKey, output -> String.valueOf(output.getValue())));
        return new Decision(outcome, flags);
    }

    @Override
    public String toString() {
        return name;
    }
}
