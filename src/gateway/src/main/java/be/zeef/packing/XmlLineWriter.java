package be.zeef.packing;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;
import java.util.TreeMap;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** A delivery as XML: a root with the head as attributes, one empty element per line, and {@code totals} at the end. */
public abstract class XmlLineWriter implements LineWriter {

    private final XMLStreamWriter out;
    private final String valueElement;

    /** @param valueElement the element that counts the lines of one value */
    protected XmlLineWriter(OutputStream stream, String valueElement) {
        this.valueElement = valueElement;
        try {
            out = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(stream, "UTF-8");
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Writes a part of the delivery. */
    protected interface Part {
        void write(XMLStreamWriter out) throws XMLStreamException;
    }

    /** Writes the root; its attributes stand in the order in which the part writes them. */
    protected final void root(String name, String namespace, Part attributes) throws IOException {
        writing(() -> {
            out.writeStartDocument("UTF-8", "1.0");
            out.writeStartElement(name);
            out.writeDefaultNamespace(namespace);
            attributes.write(out);
        });
    }

    /** Writes one line. */
    protected final void line(Part attributes) throws IOException {
        writing(() -> {
            out.writeEmptyElement("line");
            attributes.write(out);
        });
    }

    /** What goes along of the population, as attributes of their names; one that the schema does not know refuses the delivery. */
    protected static void columns(XMLStreamWriter out, DeliveryLine line) throws XMLStreamException {
        for (Map.Entry<String, String> column : new TreeMap<>(line.columns()).entrySet()) {
            out.writeAttribute(column.getKey(), column.getValue());
        }
    }

    @Override
    public final void end(Totals totals) throws IOException {
        writing(() -> {
            out.writeStartElement("totals");
            out.writeAttribute("lines", Long.toString(totals.lines()));
            for (Map.Entry<String, Long> value : totals.perValue().entrySet()) {
                out.writeEmptyElement(valueElement);
                out.writeAttribute("code", value.getKey());
                out.writeAttribute("lines", Long.toString(value.getValue()));
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
