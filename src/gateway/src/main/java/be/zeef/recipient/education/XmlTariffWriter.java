package be.zeef.recipient.education;

import be.zeef.delivery.DeliveryHead;
import be.zeef.delivery.DeliveryLine;
import be.zeef.delivery.XmlLineWriter;
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
            out.writeAttribute("schoolYear", SchoolYear.name(head.year()));
            out.writeAttribute("sequence", Integer.toString(head.sequence()));
            out.writeAttribute("on", head.on().toString());
            out.writeAttribute("sender", head.sender());
        });
    }

    @Override
    public void line(DeliveryLine line) throws IOException {
        line(out -> {
            out.writeAttribute("id", line.id());
            out.writeAttribute("pupil", line.key());
            out.writeAttribute("class", line.value());
            out.writeAttribute("from", line.from().toString());
            out.writeAttribute("until", line.until().toString());
        });
    }
}
