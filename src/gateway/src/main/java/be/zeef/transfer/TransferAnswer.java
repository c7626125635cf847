package be.zeef.transfer;

import java.util.List;

/**
 * What the bank answered to a batch.
 *
 * @param batch the name it answers to
 * @param whole what it said of the batch as a whole, and so of each transfer that it says nothing of by itself
 * @param each what it said of single transfers; several may be about one
 */
public record TransferAnswer(String batch, Said whole, List<Single> each) {

    public TransferAnswer {
        each = List.copyOf(each);
    }

    /** What a status means for the payer. */
    public enum Verdict {
        /** The money went: the last word, if the bank does not take it back. */
        ACCEPTED,
        /** It does not go. */
        REJECTED,
        /** It was cancelled or blocked on its way: it does not go by itself, and nobody refused it. */
        STOPPED,
        /** It is on its way, or waits: not the last word. */
        OPEN,
        /** Nothing is said. */
        SILENT
    }

    /**
     * A status with its reasons.
     *
     * @param refusal what the reasons of every level mean; {@link TransferRefusal#PERSON} where there is none
     * @param text status and codes, such as {@code RJCT AC04}, at most 140 characters and never a text of the bank's
     */
    public record Said(Verdict verdict, TransferRefusal refusal, String text) {

        /** The same of one transfer by two entries, or by an entry and the whole: the more cautious counts. */
        public Said and(Said other) {
            if (verdict == other.verdict) {
                return new Said(verdict, refusal.or(other.refusal), text);
            }
            if (verdict == Verdict.SILENT) {
                return other;
            }
            if (other.verdict == Verdict.SILENT) {
                return this;
            }
            if (isDenied() || other.isDenied()) {
                return new Said(
                        Verdict.REJECTED,
                        refusal.or(other.refusal).or(TransferRefusal.PERSON),
                        isDenied() ? text : other.text);
            }
            return verdict == Verdict.OPEN ? this : other;
        }

        /** Whether it says that the money does not go. */
        public boolean isDenied() {
            return verdict == Verdict.REJECTED || verdict == Verdict.STOPPED;
        }
    }

    /**
     * An entry about one transfer.
     *
     * @param instruction the instruction id that it names, empty for none
     * @param endToEnd the end-to-end id that it names, empty for none
     * @param batched whether it stands under the payment information id of our batch
     */
    public record Single(String instruction, String endToEnd, boolean batched, Said said) {}
}
