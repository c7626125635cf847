package be.zeef.ledger.event;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import java.util.Map;

/** Written with a delivery, in the transaction that stores it; nothing of it has left then. */
public sealed interface DeliveryPacked extends Note {

    @Override
    default EntryKind entry() {
        return EntryKind.DELIVERY_PACKED;
    }

    /**
     * Grants of one period.
     *
     * @param version of the agreement that the run is under, its digest
     * @param delivery its name
     * @param lines one per grant
     * @param values how many lines have which value
     */
    record OfGrants(String version, String delivery, long lines, Map<String, Long> values) implements DeliveryPacked {

        public OfGrants {
            values = Map.copyOf(values);
        }
    }

    /**
     * Transfers, in a file for the bank.
     *
     * @param delivery the file's name
     * @param composer who signed for composing it; empty when nobody did
     * @param version of the agreement, its digest
     * @param payments transfers in it
     * @param cents euro cents, all of them together
     * @param execution the day on which the bank is to pay
     * @param digest of the file
     */
    record OfPayments(
            String delivery,
            String composer,
            String version,
            int payments,
            long cents,
            LocalDate execution,
            String digest)
            implements DeliveryPacked {}

    /**
     * Written when a file for the bank will never be handed over: its outcome without an intent, as nothing was to be done.
     *
     * @param delivery the file's name
     */
    record Withdrawn(String delivery) implements Note {

        @Override
        public EntryKind entry() {
            return EntryKind.DELIVERY_OUTCOME;
        }

        @JsonProperty
        public String code() {
            return "WITHDRAWN";
        }
    }
}
