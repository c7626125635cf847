package be.zeef.packing;

import java.io.IOException;

/** Writes the content of a delivery, part by part, in one of its forms; does not close the stream it writes to. */
public interface LineWriter {

    void start(DeliveryHead head) throws IOException;

    void line(DeliveryLine line) throws IOException;

    void end(Totals totals) throws IOException;
}
