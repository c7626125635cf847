package be.zeef.proof;

import java.util.List;

/**
 * How much an answer could carry by its schema, each field once: a lower bound, for what may stand there several times counts
 * once, whether something stands there does not count, and what the schema does not limit counts for nothing.
 *
 * @param answer whose answer, such as {@code GeefPersoon-02.02}
 * @param fields those that the schema limits
 * @param withoutLimit the paths of those that it does not
 */
public record Capacity(String answer, List<Field> fields, List<String> withoutLimit) {

    public Capacity {
        fields = List.copyOf(fields);
        withoutLimit = List.copyOf(withoutLimit);
    }

    /** @param bits binary logarithm of how many values it may have */
    public record Field(String path, double bits) {}

    /** Of an answer that is yes or no, and nothing else. */
    public static Capacity ofYesOrNo(String answer) {
        return new Capacity(answer, List.of(new Field("yes or no", 1)), List.of());
    }

    /** Of all fields together. */
    public double bits() {
        return fields.stream().mapToDouble(Field::bits).sum();
    }

    /** The bits of so many values. */
    static double log2(double count) {
        return Math.log(count) / Math.log(2);
    }
}
