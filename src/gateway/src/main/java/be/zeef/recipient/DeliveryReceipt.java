package be.zeef.recipient;

import be.zeef.packing.DeliveryHead;

/** A recipient's answer to a delivery. Every one was signed by the recipient and valid. */
public sealed interface DeliveryReceipt {

    /** The name of the delivery it answers ({@link DeliveryHead#name}). */
    String delivery();

    /** How many lines it tells of. */
    long lines();

    /** The files arrived and could be opened ({@code accepted}), or not: {@code code} says why. */
    record Technical(String delivery, boolean accepted, String code, long lines) implements DeliveryReceipt {}

    /** Every line was looked at; the lines themselves were told to the {@link LineResults}. */
    record Functional(String delivery, long lines) implements DeliveryReceipt {}

    /** What became of one line. */
    enum LineResult {
        ACCEPTED,
        /** Whom it is about had this grant, or a better one, already: nothing was granted a second time. */
        ALREADY_GRANTED,
        REFUSED
    }

    /** Told the result of each line as it is read; to be discarded when reading ends in an exception. */
    interface LineResults {
        void line(String id, LineResult result, String code);
    }
}
