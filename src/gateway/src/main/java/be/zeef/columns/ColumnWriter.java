package be.zeef.columns;

import be.zeef.columns.ColumnMap.Column;
import be.zeef.packing.DeliveryHead;
import be.zeef.packing.DeliveryLine;
import be.zeef.packing.LineWriter;
import be.zeef.packing.Totals;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.SequenceWriter;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.format.DateTimeFormatter;
import java.util.List;

/** Writes a delivery as rows by a column map, in UTF-8; head and totals have no place in it (they go into a file beside it). */
public final class ColumnWriter implements LineWriter {

    private final ColumnMap map;
    private final DateTimeFormatter dates;
    private final Writer out;
    private final SequenceWriter rows;

    public ColumnWriter(ColumnMap map, OutputStream stream) {
        this.map = map;
        this.dates = map.dates();
        this.out = new BufferedWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8), 1 << 16);
        try {
            this.rows = map.csv()
                    .writerFor(List.class)
                    .with(map.schema())
                    .without(JsonGenerator.Feature.AUTO_CLOSE_TARGET)
                    .writeValues(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void start(DeliveryHead head) throws IOException {
        if (map.headed()) {
            rows.write(map.headers());
        }
    }

    @Override
    public void line(DeliveryLine line) throws IOException {
        rows.write(map.columns().stream().map(column -> field(column, line)).toList());
    }

    private String field(Column column, DeliveryLine line) {
        return switch (column.source()) {
            case ID -> line.id();
            case KEY, OTHER_KEY -> line.kind().equals(column.field()) ? line.key() : "";
            case POPULATION -> line.columns().getOrDefault(column.field(), "");
            case VALUE -> column.codes().getOrDefault(line.value(), line.value());
            case FROM -> dates.format(line.from());
            case UNTIL -> dates.format(line.until());
            case FIXED -> column.fixed();
        };
    }

    @Override
    public void end(Totals totals) throws IOException {
        rows.flush();
        out.flush();
    }
}
