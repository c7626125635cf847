package be.zeef.recipient.education;

import be.zeef.packing.DeliveryHead;
import be.zeef.packing.DeliveryLine;
import be.zeef.packing.XmlLineWriter;
import java.io.IOException;
import java.io.OutputStream;

/** Tariff classes as XML ({@code tariffs.xsd}). */
final class XmlTariffWriter extends XmlLineWriter {

    XmlTariffWriter(OutputStream stream) {
        super(stream, "class");
    }

    @Override
    public void start(DeliveryHead head) throws IOException {
        root("tariffs", "urn:zeef:education:tariffs:1", out -> {
            out.writeAttribute("version", "1");
            out.writeAttribute("agreement", head.agreement());
            out.writeAttribute("schoolYear", "%04d-%04d".formatted(head.year(), head.year() + 1));
            out.writeAttribute("sequence", Integer.toString(head.sequence()));
            out.writeAttribute("on", head.on().toString());
            out.writeAttribute("sender", head.sender());
        });
    }

    @Override
    public void line(DeliveryLine line) throws IOException {
        line(out -> {
            out.writeAttribute("id", line.id());
            out.writeAttribute(line.kind().isEmpty() ? "pupil" : line.kind(), line.key());
            out.writeAttribute("class", line.value());
            out.writeAttribute("from", line.from().toString());
            out.writeAttribute("until", line.until().toString());
            columns(out, line);
        });
    }
}
