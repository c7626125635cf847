package be.zeef.security;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** A SOAP 1.1 message with at most one Header and exactly one Body that holds exactly one element. */
public record SoapMessage(Element envelope, Element body, Element content) {

    private static final String SOAP = "http://schemas.xmlsoap.org/soap/envelope/";

    /** Empty when the bytes are no such message, or have a document type. */
    public static Optional<SoapMessage> read(byte[] bytes) {
        return read(new InputSource(new ByteArrayInputStream(bytes)));
    }

    /** The same of a source whose encoding is known from elsewhere. */
    public static Optional<SoapMessage> read(InputSource source) {
        try {
            DocumentBuilder builder = Xml.documents().newDocumentBuilder();
            builder.setErrorHandler(null); // its default handler writes to the console
            Element envelope = builder.parse(source).getDocumentElement();
            List<Element> parts = children(envelope);
            List<Element> bodies = named(parts, SOAP, "Body");
            int headers = named(parts, SOAP, "Header").size();
            boolean whole = is(envelope, SOAP, "Envelope")
                    && bodies.size() == 1
                    && headers <= 1
                    && parts.size() == headers + 1
                    && children(bodies.get(0)).size() == 1;
            return whole
                    ? Optional.of(new SoapMessage(
                            envelope, bodies.get(0), children(bodies.get(0)).get(0)))
                    : Optional.empty();
        } catch (SAXException | IOException | ParserConfigurationException e) {
            return Optional.empty();
        }
    }

    /** The header blocks of this name: only those that stand where a header block stands. */
    public List<Element> headers(String namespace, String name) {
        return named(children(envelope), SOAP, "Header").stream()
                .flatMap(header -> named(children(header), namespace, name).stream())
                .toList();
    }

    /** Whether the one element of the Body is a SOAP fault. */
    public boolean isFault() {
        return is(content, SOAP, "Fault");
    }

    static List<Element> named(List<Element> elements, String namespace, String name) {
        return elements.stream().filter(e -> is(e, namespace, name)).toList();
    }

    static boolean is(Element element, String namespace, String name) {
        return namespace.equals(element.getNamespaceURI()) && name.equals(element.getLocalName());
    }

    static List<Element> children(Element parent) {
        List<Element> children = new ArrayList<>();
        for (Node child = parent.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element element) {
                children.add(element);
            }
        }
        return children;
    }

    /** Holds a message: it does not show itself. */
    @Override
    public String toString() {
        return "SoapMessage";
    }
}
