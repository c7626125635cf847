package be.zeef.source;

import be.zeef.sieve.Cause;
import be.zeef.sieve.Ternary;
import be.zeef.validation.Report;
import java.util.List;
import java.util.Optional;

/**
 * What an answer file said. Holds facts: it lives in memory only.
 *
 * @param question the question it answers
 * @param statuses per status asked, in the question's order, one cell per person of the question
 * @param codes the exception codes met, such as {@code 30003}; never their texts
 * @param report what validation found
 */
public record ListAnswer(ListQuestion question, List<Cells> statuses, List<String> codes, Report report) {

    /**
     * One three-valued answer per person, all UNKNOWN at first and nobody knows why, and beside an UNKNOWN why it is one; a
     * byte each for both. Not thread-safe.
     */
    public static final class Cells {

        private static final Ternary[] VALUES = Ternary.values();
        private static final Cause[] CAUSES = Cause.values();
        private static final int VALUE_BITS = 2;
        private static final int VALUE = (1 << VALUE_BITS) - 1;

        private final byte[] cells;

        public Cells(int size) {
            cells = new byte[size];
        }

        public int size() {
            return cells.length;
        }

        public Ternary get(int place) {
            return VALUES[cells[place] & VALUE];
        }

        public void set(int place, Ternary value) {
            cells[place] = (byte) value.ordinal();
        }

        /** Nobody knows, for this reason. */
        public void unknown(int place, Cause why) {
            cells[place] = (byte) ((why.ordinal() + 1) << VALUE_BITS | Ternary.UNKNOWN.ordinal());
        }

        /** Why nobody knows; empty when somebody does, or when nothing was ever said. */
        public Optional<Cause> cause(int place) {
            int cause = cells[place] >> VALUE_BITS;
            return cause == 0 ? Optional.empty() : Optional.of(CAUSES[cause - 1]);
        }
    }
}
