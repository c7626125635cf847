package be.zeef.security.reading;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;
import javax.xml.stream.XMLInputFactory;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.sax.SAXSource;
import javax.xml.transform.stream.StreamResult;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.ContentHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.XMLReader;

/**
 * XML readers that accept no document type, no entity and no file or network access, so that no message can make the
 * gateway read, fetch or expand anything (OWASP XXE prevention). Compiled schemas are thread-safe; keep them.
 */
public final class Xml {

    private static final String NO_DOCTYPE = "http://apache.org/xml/features/disallow-doctype-decl";

    private Xml() {}

    /** A namespace-aware streaming reader. */
    public static XMLReader reader() {
        try {
            SAXParserFactory factory = SAXParserFactory.newDefaultNSInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature(NO_DOCTYPE, true);
            factory.setXIncludeAware(false);
            return factory.newSAXParser().getXMLReader();
        } catch (ParserConfigurationException | SAXException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * The same for messages from outside, which also refuses what no partner sends: elements nested deeper than
     * {@value XmlLimits#DEPTH}, more than {@value XmlLimits#ATTRIBUTES} attributes on one of them, a text of more than
     * {@value XmlLimits#TEXT} characters, a name of more than {@value XmlLimits#NAME}, and {@value XmlLimits#STRETCH} bytes of anything
     * else in one piece, such as a comment. A stream of any length may pass, so nothing else limits its size. It reads byte
     * streams only.
     *
     * @throws XmlLimits.ExceededException from its parse method
     */
    public static XMLReader limitedReader() {
        try {
            XMLReader reader = reader();
            reader.setProperty("jdk.xml.maxXMLNameLimit", Integer.toString(XmlLimits.NAME));
            // the JDK's own limits, which differ from release to release, lie just above ours: it is ours that tells
            reader.setProperty("jdk.xml.maxElementDepth", Integer.toString(XmlLimits.DEPTH + 1));
            reader.setProperty("jdk.xml.elementAttributeLimit", Integer.toString(XmlLimits.ATTRIBUTES + 1));
            return new XmlLimits(reader);
        } catch (SAXException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The elements right below this one, in their order. */
    public static List<Element> children(Element parent) {
        List<Element> children = new ArrayList<>();
        for (Node child = parent.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element element) {
                children.add(element);
            }
        }
        return children;
    }

    /** The same, of one local name. */
    public static List<Element> children(Element parent, String name) {
        return children(parent).stream()
                .filter(child -> name.equals(child.getLocalName()))
                .toList();
    }

    /** A namespace-aware reader into a tree, for small messages. */
    public static DocumentBuilderFactory documents() {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature(NO_DOCTYPE, true);
            factory.setXIncludeAware(false);
            factory.setExpandEntityReferences(false);
            return factory;
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A pull reader. */
    public static XMLInputFactory pull() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        return factory;
    }

    /**
     * A schema compiled from our own files. Each may draw in others of its own folder, of those beside it and below
     * (../common.xsd), and nothing else.
     *
     * @throws IllegalStateException when it does not compile, or draws in something else; with the parser's own exception,
     *     which says where
     */
    public static Schema schema(Path... files) {
        try {
            SchemaFactory factory = SchemaFactory.newDefaultInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
            factory.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, Confined.SCHEME);
            SchemaParts parts = new SchemaParts(files);
            factory.setResourceResolver(parts);
            factory.setErrorHandler(parts);
            return factory.newSchema(parts.sources());
        } catch (SAXException | IOException e) {
            throw new IllegalStateException("a schema of ours does not compile: " + e.getMessage(), e);
        } catch (SchemaParts.PartException e) {
            throw new IllegalStateException("a schema of ours does not compile: " + e.getMessage(), e.getCause());
        }
    }

    /**
     * A document of ours as other libraries may read it: elements, attributes and text, and nothing that makes them look
     * elsewhere.
     *
     * @param watch is told every element as it is read, and may refuse it
     * @throws SAXParseException saying where, when it is no XML; as {@link OutsideException} when it has a document type or says
     *     where a schema lies ({@code xsi:schemaLocation})
     */
    public static byte[] selfContained(byte[] document, ContentHandler watch) throws SAXException {
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream(document.length);
            TransformerFactory factory = TransformerFactory.newDefaultInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_DTD, "");
            factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_STYLESHEET, "");
            SelfContained filter = new SelfContained(reader(), watch);
            factory.newTransformer()
                    .transform(
                            new SAXSource(filter, new InputSource(new ByteArrayInputStream(document))),
                            new StreamResult(out));
            return out.toByteArray();
        } catch (TransformerException e) {
            if (e.getCause() instanceof SAXParseException place) {
                throw OutsideException.of(place);
            }
            throw e.getCause() instanceof SAXException known ? known : new SAXException(e);
        }
    }

    /** A document as bytes, in UTF-8; nothing that stands elsewhere is read for it. */
    public static byte[] written(Document document) {
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            TransformerFactory.newDefaultInstance()
                    .newTransformer()
                    .transform(new DOMSource(document), new StreamResult(out));
            return out.toByteArray();
        } catch (TransformerException e) {
            throw new IllegalStateException("a document could not be written", e);
        }
    }
}
