package be.zeef.recipient.ivago;

import be.zeef.recipient.DeliveryHead;
import be.zeef.recipient.DeliveryLine;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.SortedMap;

/** One record per line: H (head), L (line), T (totals). */
final class CsvGrantWriter implements GrantWriter {

    private final Writer out;

    CsvGrantWriter(OutputStream out) {
        this.out = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), 1 << 16);
    }

    @Override
    public void start(DeliveryHead head) throws IOException {
        out.write("H;1;" + head.agreement() + ";" + head.year() + ";" + head.sequence() + ";" + head.on() + ";"
                + head.sender() + "\n");
    }

    @Override
    public void line(DeliveryLine line) throws IOException {
        out.write("L;" + line.id() + ";" + line.key() + ";" + line.value() + ";"
                + line.from().getYear() + "\n");
    }

    @Override
    public void end(long lines, SortedMap<String, Long> perCategory) throws IOException {
        out.write("T;" + lines);
        for (Map.Entry<String, Long> category : perCategory.entrySet()) {
            out.write(";" + category.getKey() + "=" + category.getValue());
        }
        out.write("\n");
        out.flush();
    }
}
