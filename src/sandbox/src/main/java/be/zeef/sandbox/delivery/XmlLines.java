package be.zeef.sandbox.delivery;

import be.zeef.security.reading.Xml;
import java.io.ByteArrayInputStream;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Reads deliveries in XML and counts their lines against their totals.
 *
 * @param root name of the root element
 * @param valueElement the element that counts the lines of one value
 * @param line makes a line of its attributes, an absent one being empty
 */
public record XmlLines(String namespace, String root, String valueElement, Function<UnaryOperator<String>, Line> line) {

    public Opened read(byte[] plain, LinesCounted lines) {
        Map<String, Long> told = new TreeMap<>();
        long total = -1;
        try {
            XMLStreamReader xml = Xml.pull().createXMLStreamReader(new ByteArrayInputStream(plain));
            while (xml.hasNext()) {
                int event = xml.next();
                if (event == XMLStreamConstants.DTD) {
                    return Opened.refused("FORMAT");
                }
                if (event != XMLStreamConstants.START_ELEMENT) {
                    continue;
                }
                UnaryOperator<String> attribute = name -> text(xml, name);
                String element = namespace.equals(xml.getNamespaceURI()) ? xml.getLocalName() : "";
                boolean fits;
                if (element.equals("line")) {
                    fits = lines.add(line.apply(attribute));
                } else if (element.equals("totals")) {
                    total = Long.parseLong(text(xml, "lines"));
                    fits = total >= 0;
                } else if (element.equals(valueElement)) {
                    fits = told.put(text(xml, "code"), Long.parseLong(text(xml, "lines"))) == null;
                } else {
                    fits = element.equals(root);
                }
                if (!fits) {
                    return Opened.refused("FORMAT");
                }
            }
        } catch (XMLStreamException | NumberFormatException e) {
            return Opened.refused("FORMAT");
        }
        return lines.against(total, told);
    }

    private static String text(XMLStreamReader xml, String attribute) {
        String value = xml.getAttributeValue(null, attribute);
        return value == null ? "" : value;
    }
}
