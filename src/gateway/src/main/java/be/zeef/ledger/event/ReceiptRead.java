package be.zeef.ledger.event;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Written when a recipient's answer to a delivery was read, in the transaction that stores what it said. */
public sealed interface ReceiptRead extends Note {

    @Override
    default EntryKind entry() {
        return EntryKind.RECEIPT_READ;
    }

    /**
     * It could be opened, or not.
     *
     * @param delivery its name
     * @param code the recipient's
     * @param lines as the recipient counts them
     */
    record Technical(String delivery, String code, long lines) implements ReceiptRead {
        @JsonProperty
        public String kind() {
            return "technical";
        }
    }

    /**
     * What became of each line.
     *
     * @param delivery its name
     * @param lines that it tells of
     * @param refused of the delivery's lines, by this receipt and those before it
     */
    record Functional(String delivery, long lines, long refused) implements ReceiptRead {
        @JsonProperty
        public String kind() {
            return "functional";
        }
    }

    /**
     * The same of a delivery of which everything was told before; nothing is stored then.
     *
     * @param delivery its name
     * @param lines that it tells of
     */
    record Repeated(String delivery, long lines) implements ReceiptRead {
        @JsonProperty
        public String kind() {
            return "repeated";
        }
    }

    /**
     * What the bank said of a file; the counts are of its transfers, after this answer.
     *
     * @param delivery the file's name
     * @param open those that nothing final was said of
     */
    record OfBank(String delivery, long accepted, long rejected, long open) implements ReceiptRead {}
}
