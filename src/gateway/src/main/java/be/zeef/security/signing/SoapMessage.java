package be.zeef.security.signing;

import be.zeef.security.reading.Xml;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** A SOAP 1.1 message with at most one Header and exactly one Body that holds exactly one element. */
public record SoapMessage(Element envelope, Element body, Element content) {

    private static final String SOAP = "http://schemas.xmlsoap.org/soap/envelope/";

    /** Empty when the bytes are no such message, or have a document type. */
    public static Optional<SoapMessage> read(byte[] bytes) {
        return read(new InputSource(new ByteArrayInputStream(bytes)));
    }

    private static Optional<SoapMessage> read(InputSource source) {
        return parse(source).flatMap(SoapMessage::of);
    }

    /** The root of a source; empty when it is no XML, or has a document type. */
    public static Optional<Element> parse(InputSource source) {
        try {
            DocumentBuilder builder = Xml.documents().newDocumentBuilder();
            builder.setErrorHandler(null); // its default handler writes to the console
            return Optional.of(builder.parse(source).getDocumentElement());
        } catch (SAXException | IOException | ParserConfigurationException e) {
            return Optional.empty();
        }
    }

    /** The message that this is the root of; empty when it is none. */
    public static Optional<SoapMessage> of(Element root) {
        return onlyBody(root)
                .filter(body -> Xml.children(body).size() == 1)
                .map(body -> new SoapMessage(root, body, Xml.children(body).get(0)));
    }

    /** Whether this is the root of a message, whole or not. */
    public static boolean isEnvelope(Element root) {
        return is(root, SOAP, "Envelope");
    }

    /** Whether this is the root of a message whose Body has nothing in it, not even text. */
    public static boolean isEmpty(Element root) {
        return onlyBody(root)
                .filter(body ->
                        Xml.children(body).isEmpty() && body.getTextContent().isBlank())
                .isPresent();
    }

    /** The Body of an envelope that has no second one, and nothing but a Header beside it. */
    private static Optional<Element> onlyBody(Element root) {
        List<Element> parts = Xml.children(root);
        List<Element> bodies = named(parts, SOAP, "Body");
        int headers = named(parts, SOAP, "Header").size();
        return isEnvelope(root) && bodies.size() == 1 && headers <= 1 && parts.size() == headers + 1
                ? Optional.of(bodies.get(0))
                : Optional.empty();
    }

    /** The header blocks of this name: only those that stand where a header block stands. */
    public List<Element> headers(String namespace, String name) {
        return named(Xml.children(envelope), SOAP, "Header").stream()
                .flatMap(header -> named(Xml.children(header), namespace, name).stream())
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

    /** Holds a message: it does not show itself. */
    @Override
    public String toString() {
        return "SoapMessage";
    }
}
