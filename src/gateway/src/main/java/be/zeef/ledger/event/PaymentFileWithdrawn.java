package be.zeef.ledger.event;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * Written when a file for the bank will never be handed over: its outcome without an intent, as nothing was to be done.
 *
 * @param delivery the file's name
 */
public record PaymentFileWithdrawn(String delivery) implements Note {

    @Override
    public EntryKind entry() {
        return EntryKind.DELIVERY_OUTCOME;
    }

    @JsonProperty
    public String code() {
        return "WITHDRAWN";
    }
}
