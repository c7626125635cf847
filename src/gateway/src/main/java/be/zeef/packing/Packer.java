package be.zeef.packing;

import java.io.IOException;
import java.util.List;
import java.util.Map;

/** Composes, validates, signs and encrypts a delivery, as a stream. */
public interface Packer {

    /** What the deliveries are called, such as {@code IVAGO.SOCTEG}; year and sequence come behind it. */
    String series();

    /**
     * What was packed.
     *
     * @param files names in the order in which they must be sent; the last one tells the recipient that all are there
     * @param linesPerValue control totals
     */
    record Packed(String delivery, List<String> files, long lines, Map<String, Long> linesPerValue) {}

    /**
     * @throws be.zeef.validation.InvalidMessageException when the composed message is against its own contract;
     *     nothing of it may be sent
     */
    Packed pack(DeliveryHead head, LineSource lines, FileSink sink) throws IOException;
}
