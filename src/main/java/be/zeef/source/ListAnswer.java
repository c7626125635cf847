package be.zeef.source;

import be.zeef.sieve.Ternary;
import be.zeef.validation.Report;
import java.util.List;

/**
 * What an answer file said. Holds facts: it lives in memory only.
 *
 * @param question the question it answers
 * @param statuses per status asked, in the question's order, one cell per person of the question
 * @param codes the exception codes met, such as {@code 30003}; never their texts
 * @param report what validation found
 */
public record ListAnswer(ListQuestion question, List<Cells> statuses, List<String> codes, Report report) {

    /** One three-valued answer per person, all UNKNOWN at first; a byte each. Not thread-safe. */
    public static final class Cells {

        private static final Ternary[] VALUES = Ternary.values();

        private final byte[] cells;

        public Cells(int size) {
            cells = new byte[size];
        }

        public int size() {
            return cells.length;
        }

        public Ternary get(int place) {
            return VALUES[cells[place]];
        }

        public void set(int place, Ternary value) {
            cells[place] = (byte) value.ordinal();
        }
    }
}
