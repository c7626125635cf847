package be.zeef.recipient.ivago;

import be.zeef.packing.DeliveryHead;
import be.zeef.packing.DeliveryLine;
import be.zeef.packing.RecordWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.stream.Collectors;

/**
 * IVAGO's CSV: its lines are {@code L;id;household;category;year}. Where something of the population goes along, a record {@code C} behind
 * the head names those columns, and each line ends with them, an empty one where the population says nothing.
 */
final class CsvGrantWriter extends RecordWriter {

    private List<String> columns = List.of();

    CsvGrantWriter(OutputStream out) {
        super(out);
    }

    @Override
    public void start(DeliveryHead head) throws IOException {
        super.start(head);
        columns = head.columns();
        if (!columns.isEmpty()) {
            record("C;" + String.join(";", columns));
        }
    }

    @Override
    protected String fields(DeliveryLine line) {
        String fixed = line.id() + ";" + line.key() + ";" + line.value() + ";"
                + line.from().getYear();
        return columns.isEmpty()
                ? fixed
                : fixed + ";"
                        + columns.stream()
                                .map(column -> line.columns().getOrDefault(column, ""))
                                .collect(Collectors.joining(";"));
    }
}
