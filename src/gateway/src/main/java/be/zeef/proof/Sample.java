package be.zeef.proof;

import be.zeef.sieve.Decision;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * One sample answer of a source: of people who do not exist, with the way that such an answer takes through the gateway. What
 * else the rule is given stays the same meanwhile, and is such that this answer decides.
 *
 * @param name of its file, told from {@code home}
 * @param bytes of the answer
 * @param declared paths of what the declared facts are read of, and of what says whom and which question the answer is about:
 *     local names from below the root, with slashes, an attribute's with {@code @} before it
 * @param keys by the local name of an element of which several may stand, the path below it to what tells them apart: in a path
 *     it is {@code SociaalStatuut[BIM_BVT]} then
 * @param way from an answer to what is decided and told
 */
public record Sample(String name, byte[] bytes, List<String> declared, Map<String, String> keys, Way way) {

    public Sample {
        bytes = bytes.clone();
        declared = List.copyOf(declared);
        keys = Map.copyOf(keys);
    }

    @Override
    public byte[] bytes() {
        return bytes.clone();
    }

    /** Reads an answer, decides, and composes what is told. */
    @FunctionalInterface
    public interface Way {
        Reading of(byte[] answer);
    }

    /**
     * What became of an answer.
     *
     * @param delivery what is told, to the last byte; empty when nothing is
     * @param refused whether the answer was not made use of, because of its schema, its envelope or a row that cannot be right
     */
    public record Reading(Decision decision, byte[] delivery, boolean refused) {

        public Reading {
            delivery = delivery.clone();
        }

        @Override
        public byte[] delivery() {
            return delivery.clone();
        }

        /** Equal when the same is decided and told. */
        @Override
        public boolean equals(Object other) {
            return other instanceof Reading reading
                    && reading.decision.equals(decision)
                    && Arrays.equals(reading.delivery, delivery);
        }

        @Override
        public int hashCode() {
            return decision.hashCode();
        }

        @Override
        public String toString() {
            return "Reading";
        }
    }
}
