package be.zeef.transfer;

import java.time.LocalDate;

/**
 * What a composed file says of itself, read from its bytes.
 *
 * @param name the batch's
 * @param transfers counted one by one, not as a header claims
 * @param cents summed over them
 */
public record TransferTotals(String name, int transfers, long cents, LocalDate execution) {}
