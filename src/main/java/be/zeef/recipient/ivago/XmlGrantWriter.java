package be.zeef.recipient.ivago;

import be.zeef.recipient.DeliveryHead;
import be.zeef.recipient.DeliveryLine;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;
import java.util.SortedMap;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** The same as XML ({@code grants.xsd}). */
final class XmlGrantWriter implements GrantWriter {

    private static final String NAMESPACE = "urn:zeef:ivago:grants:1";

    private final XMLStreamWriter out;

    XmlGrantWriter(OutputStream stream) {
        try {
            out = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(stream, "UTF-8");
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void start(DeliveryHead head) throws IOException {
        writing(() -> {
            out.writeStartDocument("UTF-8", "1.0");
            out.writeStartElement("grants");
            out.writeDefaultNamespace(NAMESPACE);
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
        writing(() -> {
            out.writeEmptyElement("line");
            out.writeAttribute("id", line.id());
            out.writeAttribute("household", line.key());
            out.writeAttribute("category", line.value());
            out.writeAttribute("year", Integer.toString(line.from().getYear()));
        });
    }

    @Override
    public void end(long lines, SortedMap<String, Long> perCategory) throws IOException {
        writing(() -> {
            out.writeStartElement("totals");
            out.writeAttribute("lines", Long.toString(lines));
            for (Map.Entry<String, Long> category : perCategory.entrySet()) {
                out.writeEmptyElement("category");
                out.writeAttribute("code", category.getKey());
                out.writeAttribute("lines", Long.toString(category.getValue()));
            }
            out.writeEndDocument();
            out.flush();
        });
    }

    private interface Writing {
        void run() throws XMLStreamException;
    }

    private static void writing(Writing part) throws IOException {
        try {
            part.run();
        } catch (XMLStreamException e) {
            throw new IOException("the delivery cannot be written", e);
        }
    }
}
