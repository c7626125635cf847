package be.zeef.recipient.ivago;

import be.zeef.packing.DeliveryLine;
import be.zeef.packing.RecordWriter;
import java.io.OutputStream;

/** IVAGO's CSV: its lines are {@code L;id;household;category;year}. */
final class CsvGrantWriter extends RecordWriter {

    CsvGrantWriter(OutputStream out) {
        super(out);
    }

    @Override
    protected String fields(DeliveryLine line) {
        return line.id() + ";" + line.key() + ";" + line.value() + ";"
                + line.from().getYear();
    }
}
