package be.zeef.ledger.event;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

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
     * @param wire the receipt as it came
     */
    record Technical(
            String delivery,
            String code,
            long lines,
            @JsonInclude(Include.NON_EMPTY) List<Wire> wire) implements ReceiptRead {

        public Technical(String delivery, String code, long lines) {
            this(delivery, code, lines, List.of());
        }

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
     * @param wire the receipt as it came
     */
    record Functional(
            String delivery,
            long lines,
            long refused,
            @JsonInclude(Include.NON_EMPTY) List<Wire> wire) implements ReceiptRead {

        public Functional(String delivery, long lines, long refused) {
            this(delivery, lines, refused, List.of());
        }

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
     * @param wire the receipt as it came
     */
    record Repeated(
            String delivery,
            long lines,
            @JsonInclude(Include.NON_EMPTY) List<Wire> wire) implements ReceiptRead {

        public Repeated(String delivery, long lines) {
            this(delivery, lines, List.of());
        }

        @JsonProperty
        public String kind() {
            return "repeated";
        }
    }

    /**
     * Of a delivery that was withdrawn before anything of it was handed over, so that no receipt of it can be; nothing is stored then.
     *
     * @param delivery its name
     * @param lines that it tells of
     */
    record OfWithdrawn(String delivery, long lines) implements ReceiptRead {
        @JsonProperty
        public String kind() {
            return "withdrawn";
        }
    }

    /**
     * What the bank said of a file; the counts are of its transfers, after this answer.
     *
     * @param delivery the file's name
     * @param open those that nothing final was said of
     * @param wire the receipt as it came
     */
    record OfBank(
            String delivery,
            long accepted,
            long rejected,
            long open,
            @JsonInclude(Include.NON_EMPTY) List<Wire> wire) implements ReceiptRead {

        public OfBank(String delivery, long accepted, long rejected, long open) {
            this(delivery, accepted, rejected, open, List.of());
        }
    }

    /**
     * A receipt that was read and not believed, or is about nothing of ours: nothing that it said is stored.
     *
     * @param recipient whose mailbox it lay in
     * @param why the codes of what is wrong with it, as a run's findings tell them
     * @param wire the receipt as far as it was read
     */
    record Refused(
            String recipient,
            List<String> why,
            @JsonInclude(Include.NON_EMPTY) List<Wire> wire) implements ReceiptRead {
        @JsonProperty
        public String kind() {
            return "refused";
        }
    }
}
