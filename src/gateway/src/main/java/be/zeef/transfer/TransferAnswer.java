package be.zeef.transfer;

import java.util.List;

/**
 * What the bank answered to a batch.
 *
 * @param batch the name it answers to
 * @param whole what became of the batch as a whole; {@link Verdict#OPEN} when that is not said
 * @param code why, when it was refused as a whole
 * @param each what became of single transfers
 */
public record TransferAnswer(String batch, Verdict whole, String code, List<Single> each) {

    public TransferAnswer {
        each = List.copyOf(each);
    }

    /** What a status means for the payer. */
    public enum Verdict {
        /** The money goes, or went. */
        ACCEPTED,
        /** It does not, and did not. */
        REJECTED,
        /** Nothing final is said yet. */
        OPEN
    }

    /** @param code of the reason, such as {@code AC04}; empty when there is none */
    public record Single(String transfer, Verdict verdict, String code) {}
}
