package be.zeef.packing;

import java.io.IOException;
import java.io.OutputStream;

/**
 * What a file of bare rows cannot say of itself, beside it: whose delivery it is, which file it belongs to, the id of each
 * row in the order of the rows, by which the recipient answers, and the control totals.
 */
final class HeadFile extends RecordWriter {

    private final String content;

    /** @param content SHA-256 and name of the file of rows, as in the manifest */
    HeadFile(OutputStream out, String content) {
        super(out);
        this.content = content;
    }

    @Override
    public void start(DeliveryHead head) throws IOException {
        super.start(head);
        record("F;" + content.replace("  ", ";"));
    }

    @Override
    protected String fields(DeliveryLine line) {
        return line.id();
    }
}
