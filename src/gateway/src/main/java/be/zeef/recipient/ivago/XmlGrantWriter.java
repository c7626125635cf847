package be.zeef.recipient.ivago;

import be.zeef.packing.DeliveryHead;
import be.zeef.packing.DeliveryLine;
import be.zeef.packing.XmlLineWriter;
import java.io.IOException;
import java.io.OutputStream;

/** The same as XML ({@code grants.xsd}). */
final class XmlGrantWriter extends XmlLineWriter {

    XmlGrantWriter(OutputStream stream) {
        super(stream, "category");
    }

    @Override
    public void start(DeliveryHead head) throws IOException {
        root("grants", "urn:zeef:ivago:grants:1", out -> {
            out.writeAttribute("version", "1");
            out.writeAttribute("agreement", head.agreement());
            out.writeAttribute("year", Integer.toString(head.year()));
            out.writeAttribute("sequence", Integer.toString(head.sequence()));
            out.writeAttribute("on", head.on().toString());
            out.writeAttribute("sender", head.sender());
        });
    }

    @Override
    public void line(DeliveryLine line) throws IOException {
        line(out -> {
            out.writeAttribute("id", line.id());
            out.writeAttribute("household", line.key());
            out.writeAttribute("category", line.value());
            out.writeAttribute("year", Integer.toString(line.from().getYear()));
            columns(out, line);
        });
    }
}
