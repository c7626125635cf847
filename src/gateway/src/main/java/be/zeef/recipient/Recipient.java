package be.zeef.recipient;

import be.zeef.packing.Packer;
import java.time.Duration;

/**
 * All that a sync needs to deliver to one recipient.
 *
 * @param system how agreements name it ({@code recipient.system}); also the name of its mailbox
 * @param receiptWithin how long its receipts may take before they are chased
 */
public record Recipient(String system, Packer packer, ReceiptReader receipts, Duration receiptWithin) {}
