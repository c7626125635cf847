package be.zeef.packing;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** One record per line, in UTF-8: H (head), L (line), T (totals). What an L record holds, its makers say. */
public abstract class RecordWriter implements LineWriter {

    private final Writer out;

    protected RecordWriter(OutputStream out) {
        this.out = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), 1 << 16);
    }

    /** The fields behind {@code L;}, joined by semicolons. */
    protected abstract String fields(DeliveryLine line);

    @Override
    public void start(DeliveryHead head) throws IOException {
        record("H;1;" + head.agreement() + ";" + head.year() + ";" + head.sequence() + ";" + head.on() + ";"
                + head.sender());
    }

    @Override
    public final void line(DeliveryLine line) throws IOException {
        record("L;" + fields(line));
    }

    @Override
    public final void end(Totals totals) throws IOException {
        StringBuilder told = new StringBuilder("T;" + totals.lines());
        for (Map.Entry<String, Long> value : totals.perValue().entrySet()) {
            told.append(';').append(value.getKey()).append('=').append(value.getValue());
        }
        record(told.toString());
        out.flush();
    }

    protected final void record(String record) throws IOException {
        out.write(record + "\n");
    }
}
