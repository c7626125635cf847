package be.zeef.transfer;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;

/**
 * Transfers that are handed to the bank in one file.
 *
 * @param name unique, at most 33 capitals, digits and dashes
 * @param execution a banking day
 */
public record TransferBatch(
        String name, LocalDateTime created, LocalDate execution, Debtor debtor, List<Transfer> transfers) {

    public TransferBatch {
        transfers = List.copyOf(transfers);
    }

    /**
     * Who pays.
     *
     * @param enterprise number in the Crossroads Bank for Enterprises, ten digits
     * @param bic empty when the bank finds it itself
     */
    public record Debtor(String name, String enterprise, String iban, String bic) {}

    /** Sum in cents. */
    public long cents() {
        return transfers.stream().mapToLong(Transfer::cents).reduce(0, Math::addExact);
    }
}
