package be.zeef.proof;

import java.util.List;

/**
 * One input of a rule that is read of sources' answers.
 *
 * @param name in the rule
 * @param label what it is, in the words of whoever wrote the rule; empty where there are none
 * @param values its values but {@code unknown}
 * @param stage when it is asked: what stands in a later stage is asked only where the earlier ones leave the rule open
 */
public record Fact(String name, String label, List<String> values, int stage) {
    public Fact {
        values = List.copyOf(values);
    }
}
