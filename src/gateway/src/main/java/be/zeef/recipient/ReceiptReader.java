package be.zeef.recipient;

import java.io.IOException;
import java.io.InputStream;

/** Reads and checks the receipts of one recipient. */
public interface ReceiptReader {

    /**
     * @throws be.zeef.validation.InvalidMessageException when it is not signed by the recipient, cut off, or against
     *     its contract
     */
    DeliveryReceipt read(String file, InputStream in, DeliveryReceipt.LineResults lines) throws IOException;
}
