package be.zeef.recipient.ivago;

import be.zeef.recipient.DeliveryHead;
import be.zeef.recipient.DeliveryLine;
import java.io.IOException;
import java.io.OutputStream;
import java.util.SortedMap;

/** Writes the content of a delivery, part by part, in one of its forms. */
interface GrantWriter {

    void start(DeliveryHead head) throws IOException;

    void line(DeliveryLine line) throws IOException;

    /** @param perCategory only the categories that occur, ascending */
    void end(long lines, SortedMap<String, Long> perCategory) throws IOException;

    /** The writer of this form; it does not close the stream. */
    static GrantWriter of(DeliveryHead.Format format, OutputStream out) {
        return format == DeliveryHead.Format.CSV ? new CsvGrantWriter(out) : new XmlGrantWriter(out);
    }
}
