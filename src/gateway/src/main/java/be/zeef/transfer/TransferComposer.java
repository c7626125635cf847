package be.zeef.transfer;

import java.io.IOException;

/** Writes a batch in the language of the bank. Thread-safe. */
public interface TransferComposer {

    /** Whether this name can be written so that a bank reads it. */
    boolean canWrite(String name);

    /**
     * The whole file, held against its contract.
     *
     * @param format such as {@code pain.001.001.09}
     * @throws be.zeef.validation.InvalidMessageException when it is against its contract; nothing may be stored then
     */
    byte[] compose(TransferBatch batch, String format) throws IOException;

    /**
     * Counts and sums up a file that was composed here.
     *
     * @throws be.zeef.validation.InvalidMessageException when it is against its contract
     */
    TransferTotals totals(byte[] file, String format) throws IOException;
}
